namespace BlazorChat.Tests.Features.Rooms;

public sealed class MembersTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Members_are_listed_with_their_roles()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);

        var members = (await grace.GetAsync($"/chat/room/{room}/members"))["members"].EnumerateArray()
            .Select(m => (m.GetProperty("user_id").GetString(), m.GetProperty("username").GetString(),
                m.GetProperty("role").GetString(), m.GetProperty("status").GetString()));

        Assert.Equal(
            [(ada.UserId, ada.Username, "owner", "offline"), (grace.UserId, grace.Username, "member", "offline")], members);
    }

    [Fact]
    public async Task The_first_members_are_those_who_are_here_and_all_are_counted()
    {
        var (ada, grace, joan) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("joan"));
        var room = await ada.CreatePrivateRoomAsync(grace, joan);
        await using var stream = await joan.OpenStreamAsync(room);

        var first = await ada.GetAsync($"/chat/room/{room}/members?limit=2");
        var one = await ada.GetAsync($"/chat/room/{room}/members?limit=2&user_id={grace.UserId}");
        var none = await ada.GetAsync($"/chat/room/{room}/members?user_id=nobody");

        Assert.Equal([joan.UserId, ada.UserId], Ids(first));
        Assert.Equal([grace.UserId], Ids(one));
        Assert.Empty(Ids(none));
        foreach (var answer in new[] { first, one, none, await ada.GetAsync($"/chat/room/{room}/members") })
            Assert.Equal("""{"online":1,"away":0,"offline":2}""", answer["counts"].GetRawText());

        static IEnumerable<string?> Ids(Reply answer) => answer["members"].EnumerateArray().Select(member => member.GetProperty("user_id").GetString());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("201")]
    [InlineData("many")]
    public async Task A_limit_is_a_number_of_members(string limit)
    {
        var refused = await (await app.SignUpAsync("ada")).GetAsync($"/chat/room/general/members?limit={limit}");

        Assert.Equal((400, "invalid"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Joining_and_leaving_a_public_room_are_ones_own_affair()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();

        Assert.Equal(204, (await grace.PostAsync($"/chat/room/{room}/join")).Status);
        Assert.Equal("member", (await grace.GetAsync($"/chat/room/{room}"))["role"].GetString());
        Assert.Equal(204, (await grace.PostAsync($"/chat/room/{room}/leave")).Status);
        Assert.False((await grace.GetAsync($"/chat/room/{room}"))["member"].GetBoolean());
    }

    [Fact]
    public async Task Joining_twice_and_leaving_twice_change_nothing()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();

        foreach (var act in new[] { "join", "join", "leave", "leave" })
            Assert.Equal(204, (await grace.PostAsync($"/chat/room/{room}/{act}")).Status);
    }

    [Fact]
    public async Task Nobody_joins_a_private_room_by_themselves()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync();

        Assert.Equal(404, (await grace.PostAsync($"/chat/room/{room}/join")).Status);
        Assert.Equal(404, (await app.Admin.PostAsync($"/chat/room/{room}/join")).Status);
    }

    [Fact]
    public async Task A_member_adds_nobody()
    {
        var (ada, grace, joan) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("joan"));
        var room = await ada.CreatePrivateRoomAsync(grace);

        var refused = await grace.PutAsync($"/chat/room/{room}/members/{joan.UserId}", new { role = "member" });

        Assert.Equal((403, "forbidden"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task A_moderator_adds_members_but_gives_no_rank()
    {
        var (ada, grace, joan) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("joan"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        await ada.SetMemberAsync(room, grace, "moderator");

        await grace.SetMemberAsync(room, joan, "member");

        Assert.Equal(403, (await grace.PutAsync($"/chat/room/{room}/members/{joan.UserId}", new { role = "owner" })).Status);
    }

    [Fact]
    public async Task A_moderator_removes_members_and_no_owner()
    {
        var (ada, grace, joan) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("joan"));
        var room = await ada.CreatePrivateRoomAsync(grace, joan);
        await ada.SetMemberAsync(room, grace, "moderator");

        Assert.Equal(403, (await grace.DeleteAsync($"/chat/room/{room}/members/{ada.UserId}")).Status);
        await grace.RemoveMemberAsync(room, joan);
        Assert.Equal(404, (await joan.GetAsync($"/chat/room/{room}")).Status);
    }

    [Fact]
    public async Task Anyone_may_go_by_themselves()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);

        await grace.RemoveMemberAsync(room, grace);

        Assert.Equal(404, (await grace.GetAsync($"/chat/room/{room}")).Status);
    }

    [Theory]
    [InlineData("king")]
    [InlineData("Owner")]
    [InlineData("2")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_role_is_one_of_three(string? role)
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();

        var refused = await ada.PutAsync($"/chat/room/{room}/members/{grace.UserId}", new { role });

        Assert.Equal(400, refused.Status);
        Assert.Equal(["role"], refused.Errors);
    }

    [Fact]
    public async Task Nobody_unknown_becomes_a_member()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();

        Assert.Equal(404, (await ada.PutAsync($"/chat/room/{room}/members/nobody", new { role = "member" })).Status);
    }
}
