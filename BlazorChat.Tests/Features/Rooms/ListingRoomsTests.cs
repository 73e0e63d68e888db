namespace BlazorChat.Tests.Features.Rooms;

public sealed class ListingRoomsTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task The_list_has_my_rooms_and_the_public_ones()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var open = await ada.CreateRoomAsync();
        var shared = await ada.CreatePrivateRoomAsync(grace);
        var hidden = await ada.CreatePrivateRoomAsync();

        var rooms = (await grace.GetAsync("/chat/rooms"))["rooms"].EnumerateArray()
            .ToDictionary(room => room.GetProperty("id").GetString()!, room => room.GetProperty("member").GetBoolean());

        Assert.False(rooms[open]);
        Assert.True(rooms[shared]);
        Assert.True(rooms["general"]);
        Assert.DoesNotContain(hidden, rooms.Keys);
    }

    [Fact]
    public async Task Everyone_starts_in_general()
    {
        var ada = await app.SignUpAsync("ada");

        var general = await ada.GetAsync("/chat/room/general");

        Assert.Equal("member", general["role"].GetString());
        Assert.Equal(0, general["unread"].GetInt64());
    }

    [Fact]
    public async Task Unread_counts_what_came_after_the_read_mark()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        var first = await ada.SayAsync(room, "One");
        await ada.SayAsync(room, "Two");

        Assert.Equal(2, await UnreadAsync(grace, room));
        Assert.Equal(204, (await grace.PostAsync($"/chat/room/{room}/read", new { message_id = first.Id })).Status);
        Assert.Equal(1, await UnreadAsync(grace, room));
    }

    [Fact]
    public async Task The_read_mark_never_moves_back()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        var (first, second) = (await ada.SayAsync(room, "One"), await ada.SayAsync(room, "Two"));

        await grace.PostAsync($"/chat/room/{room}/read", new { message_id = second.Id });
        await grace.PostAsync($"/chat/room/{room}/read", new { message_id = first.Id });

        Assert.Equal(0, await UnreadAsync(grace, room));
    }

    [Fact]
    public async Task Someone_who_writes_has_read()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        await ada.SayAsync(room, "One");
        await grace.SayAsync(room, "Two");

        Assert.Equal(0, await UnreadAsync(grace, room));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("999999999")]
    [InlineData("nonsense")]
    public async Task The_read_mark_needs_a_message_of_the_room(string? messageId)
    {
        var ada = await app.SignUpAsync("ada");

        var refused = await ada.PostAsync("/chat/room/general/read", new { message_id = messageId });

        Assert.Equal(400, refused.Status);
        Assert.Equal(["message_id"], refused.Errors);
    }

    private static async Task<long> UnreadAsync(ChatClient who, string room) =>
        (await who.GetAsync($"/chat/room/{room}"))["unread"].GetInt64();
}
