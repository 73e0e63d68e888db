using System.Text.Json;

namespace BlazorChat.Tests.Features.Pins;

public sealed class PinningTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Pinned_messages_are_listed_with_the_newest_pin_first()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        MessageJson[] said = [await ada.SayAsync(room, "One"), await ada.SayAsync(room, "Two"), await ada.SayAsync(room, "Three")];
        foreach (var index in new[] { 2, 0, 1 })
            Assert.Equal(204, (await PinAsync(ada, said[index])).Status);
        await ada.DeleteAsync($"/chat/messages/{said[2].Id}/pin");

        Assert.Equal(["Two", "One"], await PinnedAsync(ada, room));
        var history = (await ada.GetAsync($"/chat/room/{room}/history"))["messages"].EnumerateArray();
        Assert.Equal([true, true, false], history.Select(message => message.GetProperty("pinned").GetBoolean()));
    }

    [Fact]
    public async Task Pinning_or_unpinning_twice_changes_nothing_and_tells_nothing()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var (first, second) = (await ada.SayAsync(room, "First"), await ada.SayAsync(room, "Second"));
        await PinAsync(ada, first);
        await PinAsync(ada, second);
        await using var stream = await ada.OpenStreamAsync(room);

        Assert.Equal(204, (await PinAsync(ada, first)).Status);
        await UnpinAsync(ada, second);
        Assert.Equal(204, (await UnpinAsync(ada, second)).Status);
        await ada.SayAsync(room, "After");

        Assert.Equal(["First"], await PinnedAsync(ada, room));
        Assert.Equal(["pin", "message"], (await stream.UntilMessageAsync("After")).Select(e => e.Name));
    }

    [Fact]
    public async Task A_pin_is_told_live_in_replay_and_with_the_rendering_that_shows_it()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();
        var message = await ada.SayAsync(room, "Read this");
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        await using var live = await grace.OpenStreamAtAsync($"/chat/room/{room}/events?html=1");

        await PinAsync(grace, message);

        await using var replay = await ada.OpenStreamAsync(room, cursor: cursor);
        var told = await live.NextAsync("pin");
        Assert.Contains("data-pinned", told["item_html"].GetString(), StringComparison.Ordinal);
        foreach (var pin in new[] { told, await replay.NextAsync("pin") })
        {
            Assert.Equal((room, message.Id), (pin["room_id"].GetString(), pin["message_id"].GetString()));
            Assert.Equal((grace.UserId, true), (pin["user_id"].GetString(), pin["pinned"].GetBoolean()));
        }
    }

    [Fact]
    public async Task A_deleted_message_is_no_longer_pinned_and_cannot_be()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var message = await ada.SayAsync(room, "Gone soon");
        await PinAsync(ada, message);
        await ada.DeleteAsync($"/chat/messages/{message.Id}");

        Assert.Empty(await PinnedAsync(ada, room));
        var again = await PinAsync(ada, message);
        Assert.Equal((409, "message_deleted"), (again.Status, again["code"].GetString()));
    }

    [Fact]
    public async Task Where_only_moderators_post_only_they_pin()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();
        await grace.PostAsync($"/chat/room/{room}/join");
        var message = await ada.SayAsync(room, "News");
        await ada.SendAsync(HttpMethod.Patch, $"/chat/room/{room}", new { posting = "moderators" });

        Assert.Equal(403, (await PinAsync(grace, message)).Status);
        Assert.Equal(204, (await PinAsync(ada, message)).Status);
    }

    [Fact]
    public async Task A_room_has_at_most_a_hundred_pins()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var said = await Task.WhenAll(Enumerable.Range(0, 101).Select(number => ada.SayAsync(room, $"{number}")));
        foreach (var message in said[..100])
            Assert.Equal(204, (await PinAsync(ada, message)).Status);

        var tooMany = await PinAsync(ada, said[100]);

        Assert.Equal((409, "too_many_pins"), (tooMany.Status, tooMany["code"].GetString()));
        await UnpinAsync(ada, said[0]);
        Assert.Equal(204, (await PinAsync(ada, said[100])).Status);
    }

    [Fact]
    public async Task What_happened_in_a_room_cannot_be_pinned()
    {
        var ada = await app.SignUpAsync("ada");
        var room = (await ada.PostAsync("/chat/rooms", new { name = "Quiet", kind = "private" }))["id"].GetString()!;
        await app.Admin.PostAsync($"/chat/admin/rooms/{room}/enter");
        var entered = (await ada.GetAsync($"/chat/room/{room}/history"))["messages"].EnumerateArray().Single();

        Assert.Equal("system", entered.GetProperty("type").GetString());
        Assert.Equal(403, (await ada.SendAsync(HttpMethod.Put, $"/chat/messages/{entered.GetProperty("id").GetString()}/pin")).Status);
    }

    private static Task<Reply> PinAsync(ChatClient client, MessageJson message) =>
        client.SendAsync(HttpMethod.Put, $"/chat/messages/{message.Id}/pin");

    private static Task<Reply> UnpinAsync(ChatClient client, MessageJson message) => client.DeleteAsync($"/chat/messages/{message.Id}/pin");

    private static async Task<string?[]> PinnedAsync(ChatClient client, string room)
    {
        var pins = await client.GetAsync($"/chat/room/{room}/pins");
        Assert.Equal(200, pins.Status);
        return [.. pins["messages"].EnumerateArray().Select(message => message.GetProperty("text").GetString())];
    }
}
