namespace BlazorChat.Tests.Safety;

/// <summary>
/// A person who may not hear a room any more hears nothing of what is said after the answer, while it is talked all the time,
/// and nothing by coming back with a cursor. A room's kind never changes; time running out is in the tests of time.
/// </summary>
public sealed class ShownOutTests(ChatApp app) : IClassFixture<ChatApp>
{
    private const string Early = "Until the answer";
    private const string Late = "After that";

    [Theory]
    [InlineData("removed from the room")]
    [InlineData("room deleted")]
    [InlineData("room deleted by an administrator")]
    public async Task Someone_who_no_longer_belongs_to_a_room_hears_only_the_others(string how)
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        var cursor = (await grace.HistoryAsync(room)).Cursor;
        await using var mine = await grace.OpenStreamAsync();
        await using var ofRoom = await grace.OpenStreamAsync(room);

        var heard = await TalkWhileAsync(ada, room, () => ShowOutAsync(how, room, ada, grace), ofRoom, mine, sign: "A sign");

        Assert.DoesNotContain(heard, e => e.IsMessage(Late));
        var replayed = await grace.GetAsync($"/chat/poll?wait=0&cursor={Uri.EscapeDataString(cursor)}");
        Assert.DoesNotContain(Early, replayed.Text, StringComparison.Ordinal);
        foreach (var path in new[] { "history", "events", "poll?wait=0", "members" })
            Assert.Equal(404, (await grace.GetAsync($"/chat/room/{room}/{path}")).Status);
    }

    [Theory]
    [InlineData("banned")]
    [InlineData("deactivated")]
    [InlineData("signed out by an administrator")]
    [InlineData("signs out")]
    [InlineData("session ended from elsewhere")]
    [InlineData("password reset")]
    public async Task Someone_who_is_no_longer_signed_in_hears_nothing(string how)
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        await using var mine = await grace.OpenStreamAsync();
        await using var ofRoom = await grace.OpenStreamAsync(room);

        var heard = await TalkWhileAsync(ada, room, () => ShowOutAsync(how, room, ada, grace), ofRoom, mine);

        Assert.DoesNotContain(heard, e => e.IsMessage(Late));
        foreach (var path in new[] { "/chat/events", "/chat/poll?wait=0", $"/chat/room/{room}/poll?wait=0", $"/chat/room/{room}/history" })
            Assert.Equal(401, (await grace.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Someone_who_no_longer_moderates_is_told_of_no_reports()
    {
        var (ada, grace, linus) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("linus"));
        var room = await ada.CreatePrivateRoomAsync(linus);
        await ada.SetMemberAsync(room, grace, "moderator");
        var cursor = (await grace.HistoryAsync(room)).Cursor;
        await using var stream = await grace.OpenStreamAsync();
        await ReportAsync("While grace moderated");
        await stream.NextAsync("report");

        await ada.SetMemberAsync(room, grace, "member");
        await ReportAsync("Afterwards");
        await ada.SayAsync(room, "A sign");

        Assert.DoesNotContain(await stream.UntilMessageAsync("A sign"), e => e.Name == "report");
        await using var again = await grace.OpenStreamAsync(cursor: cursor);
        Assert.DoesNotContain(await again.UntilMessageAsync("A sign"), e => e.Name == "report");

        async Task ReportAsync(string text) => Assert.Equal(204, (await linus.PostAsync(
            $"/chat/messages/{(await ada.SayAsync(room, text)).Id}/report", new { reason = "Rude" })).Status);
    }

    private async Task ShowOutAsync(string how, string room, ChatClient ada, ChatClient grace)
    {
        var account = $"/chat/admin/users/{grace.UserId}";
        var done = how switch
        {
            "removed from the room" => await ada.DeleteAsync($"/chat/room/{room}/members/{grace.UserId}"),
            "room deleted" => await ada.DeleteAsync($"/chat/room/{room}"),
            "room deleted by an administrator" => await app.Admin.DeleteAsync($"/chat/admin/rooms/{room}"),
            "banned" => await app.Admin.PostAsync(account + "/ban", new { reason = "Shouting" }),
            "deactivated" => await app.Admin.PatchAsync(account, new { deactivated = true }),
            "signed out by an administrator" => await app.Admin.PostAsync(account + "/sign-out"),
            "signs out" => await grace.PostAsync("/auth/revoke"),
            "session ended from elsewhere" => await (await app.SignInAsync(grace.Username)).DeleteAsync("/auth/sessions"),
            "password reset" => await new Browser(app).SubmitAsync(
                (await app.Admin.PostAsync(account + "/reset"))["url"].GetString()!, "Input", ("Password", "another horse battery")),
            _ => throw new ArgumentOutOfRangeException(nameof(how)),
        };
        Assert.InRange(done.Status, 200, 204);
    }

    /// <param name="sign">What ends the listening to a stream that goes on; null: it must end by itself.</param>
    private static async Task<IEnumerable<LiveEvent>> TalkWhileAsync(
        ChatClient author, string room, Func<Task> act, Listener ofRoom, Listener mine, string? sign = null)
    {
        await author.SayAsync(room, Early);
        await ofRoom.NextMessageAsync();
        await mine.NextMessageAsync();
        // Both listen all the time, so that nothing waits unread.
        var (theRoom, theirs) = (ofRoom.ToEndAsync(), sign is null ? mine.ToEndAsync() : mine.UntilMessageAsync(sign));
        await TalkAsync(author, room, acting: act());
        if (sign is not null)
            await author.SayAsync("general", sign);
        return (await theRoom).Concat(await theirs);
    }

    private static async Task TalkAsync(ChatClient author, string room, Task acting)
    {
        while (!acting.IsCompleted)
            await author.TrySayAsync(room, Early);
        await acting;
        for (var n = 0; n < 20; n++)
            await author.TrySayAsync(room, Late);
    }
}
