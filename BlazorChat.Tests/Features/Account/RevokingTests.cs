namespace BlazorChat.Tests.Features.Account;

public sealed class RevokingTests(ManualClockApp app) : IClassFixture<ManualClockApp>
{
    [Fact]
    public async Task A_revoked_token_opens_nothing_any_more()
    {
        var ada = await app.SignUpAsync("ada");

        var revoked = await ada.PostAsync("/auth/revoke");

        Assert.Equal(204, revoked.Status);
        Assert.Equal((401, "not_signed_in"), ((await ada.GetAsync("/auth/me")).Status, (await ada.GetAsync("/auth/me")).Code));
        Assert.Equal(401, (await ada.PostAsync("/auth/revoke")).Status);
    }

    [Fact]
    public async Task Another_sign_in_of_the_same_person_goes_on()
    {
        var ada = await app.SignUpAsync("ada");
        var elsewhere = await app.SignInAsync(ada.Username);

        await ada.PostAsync("/auth/revoke");

        Assert.Equal(200, (await elsewhere.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task The_streams_of_the_sign_in_end_without_any_time_passing_and_no_others()
    {
        var ada = await app.SignUpAsync("ada");
        var elsewhere = await app.SignInAsync(ada.Username);
        var room = await ada.CreateRoomAsync();
        await using var mine = await ada.OpenStreamAsync();
        await using var ofRoom = await ada.OpenStreamAsync(room);
        await using var other = await elsewhere.OpenStreamAsync(room);

        await ada.PostAsync("/auth/revoke");
        await mine.ToEndAsync();
        await ofRoom.ToEndAsync();

        await elsewhere.SayAsync(room, "Still here");
        Assert.Equal("Still here", (await other.NextMessageAsync()).Text);
    }
}
