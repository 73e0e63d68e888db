namespace BlazorChat.Tests.Features.Invites;

public sealed class InviteRunsOutTests(ManualClockApp app) : IClassFixture<ManualClockApp>
{
    [Fact]
    public async Task After_its_time_an_invite_is_none()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        var code = (await ada.PostAsync($"/chat/room/{room}/invites", new { expires_in = 300 }))["code"].GetString();

        app.Clock.Advance(TimeSpan.FromSeconds(290));
        var grace = await app.SignUpAsync("grace");
        Assert.Equal(200, (await grace.GetAsync("/chat/invites/" + code)).Status);
        app.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(404, (await grace.GetAsync("/chat/invites/" + code)).Status);
        Assert.Equal(404, (await grace.PostAsync("/chat/invites/" + code)).Status);
        Assert.Empty((await (await app.SignInAsync(ada.Username)).GetAsync($"/chat/room/{room}/invites"))["invites"].EnumerateArray());
    }
}
