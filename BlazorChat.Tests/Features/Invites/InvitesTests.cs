namespace BlazorChat.Tests.Features.Invites;

public sealed class InvitesTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task An_invite_has_exactly_the_contracts_fields()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();

        var invite = await MakeAsync(ada, room, new { expires_in = 300, max_uses = 2 });

        Assert.Equal(
            ["code", "created_at", "created_by", "expires_at", "invite_id", "max_uses", "url", "uses"],
            invite.Json.EnumerateObject().Select(field => field.Name).Order());
        Assert.Equal((ada.Username, 2, 0, 300_000L), (
            invite["created_by"].GetString(), invite["max_uses"].GetInt32(), invite["uses"].GetInt32(),
            invite["expires_at"].GetInt64() - invite["created_at"].GetInt64()));
        Assert.Equal(new Uri(app.Address, "/join/" + CodeOf(invite)).ToString(), invite["url"].GetString());
    }

    [Fact]
    public async Task Someone_who_has_the_link_sees_where_it_leads_and_joins()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync();
        var code = CodeOf(await MakeAsync(ada, room));

        var shown = await grace.GetAsync("/chat/invites/" + code);
        var joined = await grace.PostAsync("/chat/invites/" + code);

        Assert.Equal(("Engine room", "private", ada.Username), (
            shown["room"].GetProperty("name").GetString(), shown["room"].GetProperty("kind").GetString(), shown["invited_by"].GetString()));
        Assert.Equal((200, room), (joined.Status, joined["room_id"].GetString()));
        Assert.Equal("member", (await grace.GetAsync($"/chat/room/{room}"))["role"].GetString());
    }

    [Fact]
    public async Task Twenty_at_once_are_exactly_as_many_as_it_allows()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        var code = CodeOf(await MakeAsync(ada, room, new { max_uses = 5 }));
        var people = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.SignUpAsync("guest")));

        var answers = await Task.WhenAll(people.Select(person => person.PostAsync("/chat/invites/" + code)));

        Assert.Equal(5, answers.Count(answer => answer.Status == 200));
        Assert.All(answers.Where(answer => answer.Status != 200), answer => Assert.Equal((404, "not_found"), (answer.Status, answer.Code)));
        Assert.Equal(6, (await ada.GetAsync($"/chat/room/{room}/members"))["members"].GetArrayLength());
    }

    [Fact]
    public async Task Members_come_in_again_without_being_counted()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync();
        var code = CodeOf(await MakeAsync(ada, room, new { max_uses = 1 }));

        Assert.Equal(200, (await ada.PostAsync("/chat/invites/" + code)).Status);
        Assert.Equal(200, (await grace.PostAsync("/chat/invites/" + code)).Status);
        Assert.Equal(200, (await grace.PostAsync("/chat/invites/" + code)).Status);
    }

    [Fact]
    public async Task Unknown_used_up_and_revoked_are_the_same_answer()
    {
        var (ada, grace, linus) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("linus"));
        var room = await ada.CreatePrivateRoomAsync();
        var (used, revoked) = (await MakeAsync(ada, room, new { max_uses = 1 }), await MakeAsync(ada, room));
        await grace.PostAsync("/chat/invites/" + CodeOf(used));
        Assert.Equal(204, (await ada.DeleteAsync($"/chat/room/{room}/invites/{revoked["invite_id"].GetString()}")).Status);

        var unknown = await linus.PostAsync("/chat/invites/nonsense");

        foreach (var code in new[] { CodeOf(used), CodeOf(revoked) })
            foreach (var answer in new[] { await linus.PostAsync("/chat/invites/" + code), await linus.GetAsync("/chat/invites/" + code) })
                Assert.Equal((404, unknown.Text), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Moderators_list_what_is_open_and_how_often_it_was_used()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();
        var (open, used) = (await MakeAsync(ada, room, new { max_uses = 2 }), await MakeAsync(ada, room, new { max_uses = 1 }));
        await grace.PostAsync("/chat/invites/" + CodeOf(used));

        var listed = (await ada.GetAsync($"/chat/room/{room}/invites"))["invites"];

        Assert.Equal(CodeOf(open), Assert.Single(listed.EnumerateArray()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Members_neither_make_nor_see_nor_revoke_invites()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        var invite = await MakeAsync(ada, room);

        Assert.Equal(403, (await grace.PostAsync($"/chat/room/{room}/invites", new { })).Status);
        Assert.Equal(403, (await grace.GetAsync($"/chat/room/{room}/invites")).Status);
        Assert.Equal(403, (await grace.DeleteAsync($"/chat/room/{room}/invites/{invite["invite_id"].GetString()}")).Status);
    }

    [Fact]
    public async Task A_room_has_fifty_at_a_time()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => ada.PostAsync($"/chat/room/{room}/invites", new { })));

        Assert.Equal(50, answers.Count(answer => answer.Status == 201));
        Assert.All(answers.Where(answer => answer.Status != 201), answer => Assert.Equal((409, "too_many_invites"), (answer.Status, answer.Code)));
    }

    [Theory]
    [InlineData(299, null, "expires_in")]
    [InlineData(2_592_001, null, "expires_in")]
    [InlineData(null, 0, "max_uses")]
    [InlineData(null, 1_001, "max_uses")]
    public async Task Terms_have_bounds(int? expires_in, int? max_uses, string blamed)
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();

        Assert.Equal([blamed], (await ada.PostAsync($"/chat/room/{room}/invites", new { expires_in, max_uses })).Errors);
    }

    [Theory]
    [InlineData("removed")]
    [InlineData("demoted")]
    [InlineData("left")]
    [InlineData("banned")]
    [InlineData("deactivated")]
    [InlineData("deleted")]
    public async Task A_link_lets_nobody_in_once_its_maker_may_not_invite(string how)
    {
        var (ada, mona, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("mona"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(mona);
        await ada.SetMemberAsync(room, mona, "moderator");
        var code = CodeOf(await MakeAsync(mona, room));
        Assert.Equal(mona.Username, (await grace.GetAsync("/chat/invites/" + code))["invited_by"].GetString());

        await LoseAsync(ada, mona, room, how);

        Assert.Equal(404, (await grace.GetAsync("/chat/invites/" + code)).Status);
        Assert.Equal(404, (await grace.PostAsync("/chat/invites/" + code)).Status);
        Assert.Empty((await ada.GetAsync($"/chat/room/{room}/invites"))["invites"].EnumerateArray());
        if (how is "removed" or "left")
            Assert.Equal(404, (await mona.PostAsync("/chat/invites/" + code)).Status);
    }

    [Fact]
    public async Task Who_may_invite_again_finds_their_links_serving_again()
    {
        var (ada, mona, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("mona"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(mona);
        await ada.SetMemberAsync(room, mona, "moderator");
        var code = CodeOf(await MakeAsync(mona, room));
        await ada.SetMemberAsync(room, mona, "member");
        Assert.Equal(404, (await grace.GetAsync("/chat/invites/" + code)).Status);

        await ada.SetMemberAsync(room, mona, "moderator");

        Assert.Single((await ada.GetAsync($"/chat/room/{room}/invites"))["invites"].EnumerateArray());
        Assert.Equal(200, (await grace.PostAsync("/chat/invites/" + code)).Status);
    }

    [Fact]
    public async Task An_administrators_link_ends_with_their_office()
    {
        var (ada, mona, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("mona"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(mona);
        await app.Admin.PatchAsync($"/chat/admin/users/{mona.UserId}", new { role = "administrator" });
        var code = CodeOf(await MakeAsync(mona, room));
        Assert.Equal(200, (await grace.GetAsync("/chat/invites/" + code)).Status);

        await app.Admin.PatchAsync($"/chat/admin/users/{mona.UserId}", new { role = "member" });

        Assert.Equal(404, (await grace.PostAsync("/chat/invites/" + code)).Status);
    }

    private async Task LoseAsync(ChatClient owner, ChatClient maker, string room, string how)
    {
        var user = $"/chat/admin/users/{maker.UserId}";
        var done = how switch
        {
            "removed" => await owner.DeleteAsync($"/chat/room/{room}/members/{maker.UserId}"),
            "demoted" => await owner.PutAsync($"/chat/room/{room}/members/{maker.UserId}", new { role = "member" }),
            "left" => await maker.PostAsync($"/chat/room/{room}/leave"),
            "banned" => await app.Admin.PostAsync(user + "/ban", new { reason = "Spam" }),
            "deactivated" => await app.Admin.PatchAsync(user, new { deactivated = true }),
            _ => null,
        };
        if (done is null)
            await Browser.DeleteAccountAsync(app, maker);
        else
            Assert.InRange(done.Status, 200, 204);
    }

    private static async Task<Reply> MakeAsync(ChatClient who, string room, object? terms = null)
    {
        var made = await who.PostAsync($"/chat/room/{room}/invites", terms ?? new { });
        Assert.Equal(201, made.Status);
        return made;
    }

    private static string CodeOf(Reply invite) => invite["code"].GetString()!;
}
