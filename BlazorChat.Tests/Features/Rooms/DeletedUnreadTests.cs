using System.Text.Json;

namespace BlazorChat.Tests.Features.Rooms;

/// <summary>What was deleted is nothing to read any more.</summary>
public sealed class DeletedUnreadTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_deleted_message_is_not_unread()
    {
        var (ada, grace, linus) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("linus"));
        var room = await ada.CreatePrivateRoomAsync(grace, linus);
        var read = await ada.SayAsync(room, "Read");
        await linus.PostAsync($"/chat/room/{room}/read", new { message_id = read.Id });
        await ada.SayAsync(room, "Stays");
        var gone = await ada.SayAsync(room, $"Goes, @{grace.Username}");

        await ada.DeleteAsync(gone);
        await ada.DeleteAsync(read);

        Assert.Equal((1, 0), await CountsAsync(grace, room));
        Assert.Equal((1, 0), await CountsAsync(linus, room));
        await grace.PostAsync($"/chat/room/{room}/unread", new { message_id = read.Id });
        Assert.Equal((1, 0), await CountsAsync(grace, room));
        await grace.PostAsync($"/chat/room/{room}/read", new { message_id = gone.Id });
        Assert.Equal((0, 0), await CountsAsync(grace, room));
    }

    [Fact]
    public async Task What_is_deleted_in_one_room_counts_in_no_other()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var rooms = new[] { await ada.CreatePrivateRoomAsync(grace), await ada.CreatePrivateRoomAsync(grace) };
        foreach (var room in rooms)
            await ada.SayAsync(room, "Stays");
        await ada.DeleteAsync(await ada.SayAsync(rooms[0], "Goes"));

        Assert.Equal((1, 0), await CountsAsync(grace, rooms[0]));
        Assert.Equal((1, 0), await CountsAsync(grace, rooms[1]));
    }

    /// <returns>What is unread, and what of it addresses them: as the room and the list of rooms say it alike.</returns>
    private static async Task<(long Unread, int Mentions)> CountsAsync(ChatClient who, string room)
    {
        var one = (await who.GetAsync($"/chat/room/{room}")).Json;
        var listed = (await who.GetAsync("/chat/rooms"))["rooms"].EnumerateArray().Single(each => each.GetProperty("id").GetString() == room);
        Assert.Equal(Of(listed), Of(one));
        return Of(one);

        static (long, int) Of(JsonElement view) => (view.GetProperty("unread").GetInt64(), view.GetProperty("mentions").GetInt32());
    }
}
