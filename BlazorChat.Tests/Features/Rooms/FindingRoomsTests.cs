namespace BlazorChat.Tests.Features.Rooms;

public sealed class FindingRoomsTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Public_rooms_are_found_by_a_part_of_name_or_topic_with_their_members_counted()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var mark = Guid.NewGuid().ToString("N")[..8];
        await ada.PostAsync("/chat/rooms", new { name = $"Bikes {mark}", topic = "Two wheels" });
        await ada.PostAsync("/chat/rooms", new { name = "Trains", topic = $"rails {mark.ToUpperInvariant()}" });
        await ada.PostAsync("/chat/rooms", new { name = $"Hidden {mark}", kind = "private" });

        var found = (await grace.GetAsync($"/chat/rooms/directory?q={mark}"))["rooms"].EnumerateArray().ToList();

        Assert.Equal([$"Bikes {mark}", "Trains"], found.Select(room => room.GetProperty("name").GetString()));
        Assert.All(found, room => Assert.Equal((1, false), (room.GetProperty("members").GetInt32(), room.GetProperty("member").GetBoolean())));
    }

    [Fact]
    public async Task Archived_rooms_are_not_offered()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await ada.PatchAsync($"/chat/room/{room}", new { archived = true });

        var found = (await ada.GetAsync("/chat/rooms/directory?q=engine"))["rooms"].EnumerateArray();

        Assert.DoesNotContain(found, other => other.GetProperty("id").GetString() == room);
    }

    [Fact]
    public async Task Asking_for_nothing_finds_all_of_them()
    {
        var ada = await app.SignUpAsync("ada");

        var found = (await ada.GetAsync("/chat/rooms/directory"))["rooms"].EnumerateArray().ToDictionary(room => room.GetProperty("id").GetString()!);

        Assert.True(found["general"].GetProperty("member").GetBoolean());
    }
}
