namespace BlazorChat.Tests.Features.Rooms;

/// <summary>A room keeps an owner as long as anyone else is in it.</summary>
public sealed class LastOwnerTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task The_last_owner_neither_leaves_nor_steps_down_nor_is_removed()
    {
        var (ada, grace, room) = await RoomAsync();

        foreach (var refused in new[]
        {
            await ada.PostAsync($"/chat/room/{room}/leave"), await ada.DeleteAsync(PathOf(room, ada)),
            await ada.PutAsync(PathOf(room, ada), new { role = "member" }), await app.Admin.DeleteAsync(PathOf(room, ada)),
        })
            Assert.Equal((409, "last_owner"), (refused.Status, refused.Code));
        Assert.Equal("owner", (await ada.GetAsync($"/chat/room/{room}"))["role"].GetString());
    }

    [Fact]
    public async Task An_owner_who_hands_the_room_over_may_leave()
    {
        var (ada, grace, room) = await RoomAsync();

        await ada.SetMemberAsync(room, grace, "owner");
        await ada.SetMemberAsync(room, ada, "member");
        Assert.Equal(204, (await ada.PostAsync($"/chat/room/{room}/leave")).Status);

        Assert.Equal("owner", (await grace.GetAsync($"/chat/room/{room}"))["role"].GetString());
    }

    [Fact]
    public async Task An_owner_who_is_alone_may_leave()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();

        Assert.Equal(204, (await ada.PostAsync($"/chat/room/{room}/leave")).Status);
    }

    [Fact]
    public async Task Who_deletes_their_account_leaves_the_room_to_the_highest_in_rank_who_came_first()
    {
        var (ada, grace, room) = await RoomAsync();
        var (linus, joan) = (await app.SignUpAsync("linus"), await app.SignUpAsync("joan"));
        foreach (var moderator in new[] { linus, joan })
        {
            await ada.SetMemberAsync(room, moderator, "member");
            await ada.SetMemberAsync(room, moderator, "moderator");
        }
        await using var stream = await grace.OpenStreamAsync(room);

        await Browser.DeleteAccountAsync(app, ada);

        var told = await stream.UntilAsync(e => e.Name == "member" && e["role"].GetString() == "owner");
        Assert.Equal(linus.UserId, told[^1]["user_id"].GetString());
        Assert.Equal("owner", (await linus.GetAsync($"/chat/room/{room}"))["role"].GetString());
    }

    [Fact]
    public async Task Two_owners_who_leave_at_once_do_not_both_go()
    {
        var (ada, grace, room) = await RoomAsync();
        await ada.SetMemberAsync(room, await app.SignUpAsync("linus"), "member");

        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(ada.PutAsync(PathOf(room, grace), new { role = "owner" }), grace.PutAsync(PathOf(room, ada), new { role = "owner" }));

            var answers = await Task.WhenAll(
                ada.PutAsync(PathOf(room, ada), new { role = "member" }), grace.PutAsync(PathOf(room, grace), new { role = "member" }));

            Assert.Equal([204, 409], answers.Select(answer => answer.Status).Order());
        }
    }

    private async Task<(ChatClient Ada, ChatClient Grace, string Room)> RoomAsync()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        return (ada, grace, await ada.CreateRoomAsync("public", grace));
    }

    private static string PathOf(string room, ChatClient member) => $"/chat/room/{room}/members/{member.UserId}";
}
