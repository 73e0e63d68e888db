namespace BlazorChat.Tests.Features.Rooms;

public sealed class AnnouncementRoomsTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Where_only_moderators_post_members_write_nothing_on_any_path()
    {
        var (ada, grace, room) = await RoomAsync();
        var hers = await grace.SayAsync(room, "Before");

        var changed = await ada.PatchAsync($"/chat/room/{room}", new { posting = "moderators" });

        Assert.Equal("moderators", changed["posting"].GetString());
        foreach (var refused in new[]
        {
            await grace.TrySayAsync(room, "After"), await grace.EditAsync(hers, "Other"), await grace.ReactAsync(hers, "👍"),
            await grace.PostAsync("/chat/typing", new { room_id = room, is_typing = true }),
        })
            Assert.Equal((403, "forbidden"), (refused.Status, refused.Code));
        Assert.Equal(["Before"], (await grace.HistoryAsync(room)).Texts);
    }

    [Fact]
    public async Task Owners_moderators_and_administrators_post_there()
    {
        var (ada, grace, room) = await RoomAsync();
        await ada.PatchAsync($"/chat/room/{room}", new { posting = "moderators" });
        await ada.SetMemberAsync(room, grace, "moderator");

        await ada.SayAsync(room, "From the owner");
        await grace.SayAsync(room, "From the moderator");
        await app.Admin.SayAsync(room, "From the administrator");
    }

    [Fact]
    public async Task It_can_be_opened_to_everyone_again_and_the_room_tells_both()
    {
        var (ada, grace, room) = await RoomAsync();
        await using var stream = await grace.OpenStreamAsync(room);

        foreach (var posting in new[] { "moderators", "everyone" })
        {
            await ada.PatchAsync($"/chat/room/{room}", new { posting });
            await stream.UntilAsync(e => e.Name == "room" && e["room"].GetProperty("posting").GetString() == posting);
        }

        await grace.SayAsync(room, "Thanks");
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("Everyone")]
    [InlineData("1")]
    [InlineData("")]
    public async Task Who_posts_is_one_of_two(string posting)
    {
        var (ada, _, room) = await RoomAsync();

        Assert.Equal(["posting"], (await ada.PatchAsync($"/chat/room/{room}", new { posting })).Errors);
    }

    private async Task<(ChatClient Ada, ChatClient Grace, string Room)> RoomAsync()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        return (ada, grace, await ada.CreateRoomAsync("public", grace));
    }
}
