using System.Collections.Concurrent;
using System.Text.Json;

namespace BlazorChat.Tests.Fire.Model;

/// <summary>What a reader knows: one room, or all of theirs. Made by a load and by events, never by looking again.</summary>
/// <param name="client">Who reads.</param>
/// <param name="roomId">The one room; null: all of mine.</param>
/// <param name="roots">The messages that have, or had, a thread.</param>
public sealed class ReaderCopy(ChatClient client, string? roomId, ConcurrentDictionary<string, bool> roots)
{
    private readonly Dictionary<string, RoomCopy> rooms = [];
    private readonly SortedSet<string> blocked = new(StringComparer.Ordinal);

    public string Cursor { get; private set; } = "";

    /// <summary>Whether the one room cannot be seen any more.</summary>
    public bool IsGone => roomId is not null && rooms.Count == 0;

    public static async Task<ReaderCopy> LoadAsync(ChatClient client, string? roomId, ConcurrentDictionary<string, bool> roots)
    {
        while (true)
        {
            var copy = new ReaderCopy(client, roomId, roots);
            var before = await copy.HeadAsync();
            foreach (var id in roomId is null ? await MineAsync(client) : [roomId])
                if (await RoomCopy.LoadAsync(client, id, roots) is { } room)
                    copy.rooms[id] = room;
            copy.blocked.UnionWith(await BlockedAsync(client));
            var followed = await client.GetAsync("/chat/threads?limit=200");
            if (await copy.HeadAsync() != before)
                continue;
            foreach (var (about, room) in copy.rooms)
                Assert.Equal(
                    followed["threads"].EnumerateArray().Where(one => one.GetProperty("root").GetProperty("room_id").GetString() == about)
                        .Select(one => $"{one.GetProperty("root").GetProperty("id").GetString()}: {one.GetProperty("unread").GetInt32()}").Order(StringComparer.Ordinal),
                    room.Followed(copy.blocked).Order(StringComparer.Ordinal));
            copy.Cursor = before;
            return copy;
        }
    }

    /// <summary>An event of a stream or a poll, in the order in which they come.</summary>
    public async Task ApplyAsync(string name, string? id, JsonElement data)
    {
        if (name == "reset")
            throw new InvalidOperationException("Nothing was trimmed, and yet: reset.");
        if (id is not null && RoomCopy.PositionOf(id) < RoomCopy.PositionOf(Cursor))
            throw new InvalidOperationException($"{name} {id} comes after {Cursor}.");
        if (id is not null && name != "ready")
            await ApplyDurableAsync(name, RoomCopy.PositionOf(id), data);
        Cursor = id ?? Cursor;
    }

    public void Gone() => rooms.Clear();

    /// <summary>All of it, line by line, to compare.</summary>
    public string[] Describe() =>
    [
        .. roomId is null ? blocked.Select(id => "blocked " + id) : [],
        .. rooms.OrderBy(room => room.Key, StringComparer.Ordinal)
            .SelectMany(room => room.Value.Describe(withMine: roomId is null, blocked).Select(line => $"{room.Key}: {line}")),
    ];

    private async Task ApplyDurableAsync(string name, long position, JsonElement data)
    {
        if (name == "block")
        {
            var user = data.GetProperty("user_id").GetString()!;
            _ = data.GetProperty("blocked").GetBoolean() ? blocked.Add(user) : blocked.Remove(user);
            return;
        }
        var about = data.GetProperty("room_id").GetString()!;
        rooms.TryGetValue(about, out var room);
        if (position <= room?.LoadedTo)
            return;
        var isMe = name == "member" && data.GetProperty("user_id").GetString() == client.UserId;
        if (name == "room" && data.GetProperty("room").ValueKind == JsonValueKind.Null)
            rooms.Remove(about);
        else if (isMe && roomId is null)
            await MineChangedAsync(about, data);
        else if (isMe && !data.TryGetProperty("username", out _) && await IsHiddenAsync(about))
            rooms.Remove(about);
        else
            room?.Apply(name, data);
    }

    private async Task MineChangedAsync(string about, JsonElement data)
    {
        var isMember = data.GetProperty("role").ValueKind != JsonValueKind.Null;
        // By the time it is loaded they may have left it again.
        if (isMember && await RoomCopy.LoadAsync(client, about, roots) is { IsMine: true } loaded)
            rooms[about] = loaded;
        else
            rooms.Remove(about);
    }

    // Someone who leaves a public room goes on reading it. The event of one's own leaving does not say whether the room is public.
    private async Task<bool> IsHiddenAsync(string about) => (await client.GetAsync($"/chat/room/{about}")).Status == 404;

    private async Task<string> HeadAsync() =>
        (await client.GetAsync("/chat/poll?wait=0"))["cursor"].GetString()!;

    private static async Task<IEnumerable<string>> BlockedAsync(ChatClient client) =>
        (await client.GetAsync("/chat/blocks"))["users"].EnumerateArray().Select(user => user.GetProperty("user_id").GetString()!);

    private static async Task<string[]> MineAsync(ChatClient client) =>
    [
        .. (await client.GetAsync("/chat/rooms"))["rooms"].EnumerateArray()
            .Where(room => room.GetProperty("member").GetBoolean()).Select(room => room.GetProperty("id").GetString()!),
    ];
}
