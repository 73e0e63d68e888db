namespace BlazorChat.Tests.Admin;

public sealed class BanningTests(ManualClockApp app) : IClassFixture<ManualClockApp>
{
    [Fact]
    public async Task The_banned_hear_and_say_nothing_any_more_however_much_is_said()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync("public", grace);
        await using var mine = await grace.OpenStreamAsync();
        await using var ofRoom = await grace.OpenStreamAsync(room);
        using var talk = new CancellationTokenSource();
        var talking = TalkAsync(ada, room, talk.Token);
        await ofRoom.NextMessageAsync();

        Assert.Equal(204, (await BanAsync(grace)).Status);
        await mine.ToEndAsync();
        await ofRoom.ToEndAsync();

        Assert.Equal(401, (await grace.TrySayAsync(room, "Still me")).Status);
        Assert.Equal(401, (await grace.GetAsync($"/chat/room/{room}/events")).Status);
        await talk.CancelAsync();
        await talking;
    }

    [Fact]
    public async Task The_banned_cannot_sign_in_and_are_told_why_only_for_the_right_password()
    {
        var grace = await app.SignUpAsync("grace");
        await BanAsync(grace);

        var refused = await SignInAsync(grace, ChatApp.Password);
        var wrong = await SignInAsync(grace, "not the password");

        Assert.Equal((401, "banned"), (refused.Status, refused.Code));
        Assert.Equal((401, "wrong_credentials"), (wrong.Status, wrong.Code));
        Assert.Equal(401, (await app.Anonymous.PostAsync("/auth/refresh", new { refresh_token = grace.RefreshToken })).Status);
    }

    [Fact]
    public async Task The_banned_cannot_sign_in_at_the_door_either()
    {
        var browser = await Browser.SignUpAsync(app, "grace");
        await BanAsync(browser.Client);

        var page = await new Browser(app).SubmitAsync(
            "/account/login", "Input", ("Username", browser.Client.Username), ("Password", ChatApp.Password));

        Assert.Equal(200, page.Status);
        Assert.Contains("You are banned from this chat", page.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await browser.Client.GetAsync("/room/general")).Status);
    }

    [Fact]
    public async Task Someone_who_is_banned_while_signing_in_is_not_let_in()
    {
        var grace = await app.SignUpAsync("grace");

        var signIns = Enumerable.Range(0, 8).Select(_ => SignInAsync(grace, ChatApp.Password)).ToList();
        await BanAsync(grace);

        foreach (var answer in await Task.WhenAll(signIns))
            if (answer.Status == 200)
                Assert.Equal(401, (await app.Showing(answer["access_token"].GetString()!).GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task The_banned_are_not_found_and_not_added_and_what_they_wrote_stays()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();
        await grace.SayAsync(room, "Before");
        await BanAsync(grace);

        var found = await ada.GetAsync("/chat/users?q=" + grace.Username);
        var other = await ada.CreatePrivateRoomAsync();
        var written = await ada.PostAsync("/chat/direct", new { user_id = grace.UserId });
        var added = await ada.PutAsync($"/chat/room/{other}/members/{grace.UserId}", new { role = "member" });

        Assert.Empty(found["users"].EnumerateArray());
        Assert.Equal((404, "not_found"), (written.Status, written.Code));
        Assert.Equal((404, "not_found"), (added.Status, added.Code));
        Assert.Equal(("Before", grace.Username), ((await ada.HistoryAsync(room)).Messages[0].Text, (await ada.HistoryAsync(room)).Messages[0].Username));
    }

    [Fact]
    public async Task Nobody_addresses_the_banned_and_nobody_comes_in_by_their_invites()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await grace.CreateRoomAsync("public", ada);
        await grace.SetMemberAsync(room, ada, "moderator");
        var code = (await grace.PostAsync($"/chat/room/{room}/invites", new { }))["code"].GetString();
        Assert.Equal(200, (await ada.GetAsync("/chat/invites/" + code)).Status);
        await BanAsync(grace);

        Assert.Empty((await ada.SayAsync(room, $"@{grace.Username}, where are you?")).Mentions);
        Assert.Empty((await ada.GetAsync($"/chat/room/{room}/invites"))["invites"].EnumerateArray());
        var linus = await app.SignUpAsync("linus");
        Assert.Equal(404, (await linus.GetAsync("/chat/invites/" + code)).Status);
        Assert.Equal(404, (await linus.PostAsync("/chat/invites/" + code)).Status);
    }

    [Fact]
    public async Task The_banned_give_themselves_no_new_password()
    {
        var grace = await app.SignUpAsync("grace");
        await BanAsync(grace);
        var link = (await app.Admin.PostAsync($"/chat/admin/users/{grace.UserId}/reset"))["url"].GetString()!;

        var refused = await new Browser(app).SubmitAsync(new Uri(new Uri("http://chat"), link).PathAndQuery, "Input", ("Password", "another good one"));

        Assert.Contains("used up or too old", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lifted_ban_lets_them_sign_in_but_brings_no_old_sign_in_back()
    {
        var grace = await app.SignUpAsync("grace");
        await BanAsync(grace);

        Assert.Equal(204, (await app.Admin.DeleteAsync($"/chat/admin/users/{grace.UserId}/ban")).Status);

        Assert.Equal(401, (await grace.GetAsync("/auth/me")).Status);
        await (await app.SignInAsync(grace.Username)).SayAsync("general", "Back");
    }

    [Fact]
    public async Task A_ban_needs_a_reason()
    {
        var grace = await app.SignUpAsync("grace");

        var refused = await app.Admin.PostAsync($"/chat/admin/users/{grace.UserId}/ban", new { reason = " " });

        Assert.Equal((400, "reason"), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Equal(200, (await grace.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task A_deactivated_account_rests_until_it_is_wanted_again()
    {
        var grace = await app.SignUpAsync("grace");

        var resting = await app.Admin.PatchAsync($"/chat/admin/users/{grace.UserId}", new { deactivated = true });
        Assert.Equal("deactivated", resting["state"].GetString());
        Assert.Equal(401, (await grace.GetAsync("/auth/me")).Status);
        Assert.Equal(401, (await SignInAsync(grace, ChatApp.Password)).Status);

        var awake = await app.Admin.PatchAsync($"/chat/admin/users/{grace.UserId}", new { deactivated = false });
        Assert.Equal("active", awake["state"].GetString());
        Assert.Equal(200, (await SignInAsync(grace, ChatApp.Password)).Status);
    }

    private Task<Reply> BanAsync(ChatClient whom) =>
        app.Admin.PostAsync($"/chat/admin/users/{whom.UserId}/ban", new { reason = "Shouting" });

    private Task<Reply> SignInAsync(ChatClient whom, string password) =>
        app.Anonymous.PostAsync("/auth/token", new { username = whom.Username, password });

    // Some 200 messages a second.
    private static async Task TalkAsync(ChatClient author, string room, CancellationToken until)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        List<Task<MessageJson>> said = [];
        try
        {
            while (await pace.WaitForNextTickAsync(until))
                said.Add(author.SayAsync(room, $"{said.Count}"));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(said);
        }
    }
}
