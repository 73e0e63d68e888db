namespace BlazorChat.Tests.Features.Direct;

/// <summary>Of the two of a direct room, one does not come back, or not as things stand.</summary>
public sealed class GoneTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Theory]
    [InlineData("banned")]
    [InlineData("deactivated")]
    [InlineData("deleted")]
    public async Task Nobody_writes_to_someone_who_is_gone_and_what_was_said_stays(string how)
    {
        var (ada, browser) = (await app.SignUpAsync("ada"), await Browser.SignUpAsync(app, "grace"));
        var grace = browser.Client;
        var room = await ada.StartDirectAsync(grace);
        var message = await ada.SayAsync(room, "Before");
        await using var stream = await ada.OpenStreamAsync();

        await GoAsync(browser, how);
        var told = await stream.UntilAsync(e => e.Name == "room" && e["room_id"].GetString() == room);

        var refused = await ada.TrySayAsync(room, "After");
        Assert.Equal((403, "gone"), (refused.Status, refused.Code));
        Assert.Equal(403, (await ada.EditAsync(message, "Changed")).Status);
        Assert.Equal(403, (await ada.ReactAsync(message, "👍")).Status);
        Assert.Equal(403, (await ada.PostAsync("/chat/typing", new { room_id = room, is_typing = true })).Status);
        Assert.Equal(["Before"], (await ada.HistoryAsync(room)).Texts);
        Assert.NotNull(told[^1].Id);
        Assert.Equal([grace.UserId], GoneOf(told[^1]["room"]));
        Assert.Equal([grace.UserId], GoneOf((await ada.GetAsync($"/chat/room/{room}")).Json));
    }

    [Theory]
    [InlineData("banned")]
    [InlineData("deactivated")]
    public async Task Someone_who_is_let_in_again_can_be_written_to_again(string how)
    {
        var (ada, browser) = (await app.SignUpAsync("ada"), await Browser.SignUpAsync(app, "grace"));
        var room = await ada.StartDirectAsync(browser.Client);
        await GoAsync(browser, how);
        await ada.TrySayAsync(room, "Too early");
        await using var stream = await ada.OpenStreamAsync();

        var user = $"/chat/admin/users/{browser.Client.UserId}";
        var back = how == "banned"
            ? await app.Admin.DeleteAsync(user + "/ban")
            : await app.Admin.PatchAsync(user, new { deactivated = false });
        Assert.True(back.Status is 200 or 204, back.ToString());

        Assert.Empty(GoneOf((await stream.NextAsync("room"))["room"]));
        await ada.SayAsync(room, "Welcome back");
    }

    [Fact]
    public async Task Neither_of_two_who_stay_hears_of_it()
    {
        var (ada, linus, browser) = (await app.SignUpAsync("ada"), await app.SignUpAsync("linus"), await Browser.SignUpAsync(app, "grace"));
        await ada.StartDirectAsync(linus);
        await using var stream = await ada.OpenStreamAsync();

        await GoAsync(browser, "banned");
        await ada.SayAsync("general", "A sign");

        Assert.DoesNotContain(await stream.UntilMessageAsync("A sign"), e => e.Name == "room");
    }

    private async Task GoAsync(Browser browser, string how)
    {
        var user = $"/chat/admin/users/{browser.Client.UserId}";
        if (how == "banned")
            Assert.Equal(204, (await app.Admin.PostAsync(user + "/ban", new { reason = "Shouting" })).Status);
        else if (how == "deactivated")
            Assert.Equal(200, (await app.Admin.PatchAsync(user, new { deactivated = true })).Status);
        else
            await browser.SubmitAsync("/account/manage/delete", "Deletion", ("Password", ChatApp.Password));
    }

    private static IEnumerable<string> GoneOf(System.Text.Json.JsonElement room) => room.GetProperty("users").EnumerateArray()
        .Where(user => user.TryGetProperty("gone", out var gone) && gone.GetBoolean()).Select(user => user.GetProperty("user_id").GetString()!);
}
