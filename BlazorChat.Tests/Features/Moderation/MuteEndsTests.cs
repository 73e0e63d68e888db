namespace BlazorChat.Tests.Features.Moderation;

public sealed class MuteEndsTests(ManualClockApp app) : IClassFixture<ManualClockApp>
{
    [Fact]
    public async Task It_ends_by_itself()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync("public", grace);
        await ada.PutAsync($"/chat/room/{room}/members/{grace.UserId}/silence", new { seconds = 60 });

        app.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("silenced", (await grace.TrySayAsync(room, "Not yet")).Code);
        app.Clock.Advance(TimeSpan.FromSeconds(1));

        await grace.SayAsync(room, "Now");
        Assert.Equal(204, (await grace.PostAsync("/chat/typing", new { room_id = room, is_typing = true })).Status);
        Assert.All((await ada.GetAsync($"/chat/room/{room}/members"))["members"].EnumerateArray(),
            member => Assert.Equal(System.Text.Json.JsonValueKind.Null, member.GetProperty("silenced_until").ValueKind));
    }
}
