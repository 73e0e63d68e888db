using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BlazorChat.Tests.Fire.Model;

/// <summary>A room as a reader knows it: loaded once, as of one position of the log, and told of every change since.</summary>
public sealed class RoomCopy
{
    private static readonly string[] Preferences = ["notify", "pinned", "muted"];

    private readonly SortedDictionary<long, JsonObject> messages = [];

    // Those that stand in the room as well are here, too.
    private readonly SortedDictionary<long, JsonObject> replies = [];

    // By the root of a thread that I follow, the last reply that I have read.
    private readonly SortedDictionary<long, long> follows = [];
    private readonly SortedSet<string> saved = new(StringComparer.Ordinal);
    private readonly PinsCopy pins = new();
    private readonly DraftsCopy drafts = new();
    private readonly SortedDictionary<string, string> members = new(StringComparer.Ordinal);
    private readonly JsonObject room;
    private readonly string userId;
    private long read;

    private RoomCopy(JsonObject room, string userId) => (this.room, this.userId) = (room, userId);

    /// <summary>What the load already shows.</summary>
    public long LoadedTo { get; private init; }

    public bool IsMine => members.ContainsKey(userId);

    private int Mentions => messages.Where(message => message.Key > read).Count(message =>
        message.Value["mentions"]!.AsArray().Any(id => (string?)id == userId));

    private int Unread => messages.Count(message => message.Key > read && !(bool)message.Value["deleted"]!);

    private long LastNumber => messages.Count == 0 ? 0 : messages.Keys.Last();

    /// <returns>Null if the room cannot be seen.</returns>
    public static async Task<RoomCopy?> LoadAsync(ChatClient client, string id, ConcurrentDictionary<string, bool> roots)
    {
        while (true)
        {
            var history = await client.GetAsync($"/chat/room/{id}/history?limit=200");
            var room = await client.GetAsync($"/chat/room/{id}");
            var members = await client.GetAsync($"/chat/room/{id}/members");
            var threads = history.Status == 404 ? [] : await Task.WhenAll(history["messages"].EnumerateArray()
                .Select(message => message.GetProperty("id").GetString()!)
                .Where(roots.ContainsKey).Select(root => client.GetAsync($"/chat/room/{id}/threads/{root}?limit=200")));
            var saved = await client.GetAsync("/chat/saved?limit=200");
            var pinned = await client.GetAsync($"/chat/room/{id}/pins");
            var begun = await client.GetAsync("/chat/drafts");
            var after = await client.GetAsync($"/chat/room/{id}/history?limit=1");
            if (new[] { history, room, members, pinned, after }.Concat(threads).Any(reply => reply.Status == 404))
                return null;
            var cursor = history["cursor"].GetString()!;
            // Of one moment: nothing at all was committed meanwhile.
            if (after["cursor"].GetString() != cursor)
                continue;
            var copy = new RoomCopy((JsonObject)JsonNode.Parse(room.Text)!, client.UserId) { LoadedTo = PositionOf(cursor) };
            foreach (var message in history["messages"].EnumerateArray())
                copy.Put(message);
            foreach (var thread in threads)
            {
                foreach (var reply in thread["messages"].EnumerateArray())
                    copy.Put(reply);
                copy.Follow(thread["root"].GetProperty("id"), thread["read_up_to"]);
            }
            copy.saved.UnionWith(saved["messages"].EnumerateArray()
                .Where(message => message.GetProperty("room_id").GetString() == id).Select(message => message.GetProperty("id").GetString()!));
            copy.pins.Load(pinned["messages"]);
            copy.drafts.Load(begun["drafts"], id);
            foreach (var member in members["members"].EnumerateArray())
                copy.members[member.GetProperty("user_id").GetString()!] = Describe(member);
            copy.read = copy.MarkBefore(room["unread"].GetInt32());
            Assert.Equal(copy.IsMine ? copy.Mentions : 0, room["mentions"].GetInt32());
            foreach (var counted in new[] { "unread", "mentions", "unread_blocked", "mentions_blocked", "last_number" })
                copy.room.Remove(counted);
            copy.room.Remove("last_message_at");
            return copy;
        }
    }

    public void Apply(string name, JsonElement data)
    {
        switch (name)
        {
            case "message":
                Put(data);
                if (data.GetProperty("user_id").GetString() != userId)
                    break;
                if (data.GetProperty("number").ValueKind != JsonValueKind.Null)
                    ReadUpTo(data.GetProperty("number").GetInt64());
                if (data.GetProperty("thread_id").GetString() is { } thread && follows.TryGetValue(IdOf(thread), out var before))
                    follows[IdOf(thread)] = Math.Max(before, IdOf(data.GetProperty("id").GetString()!));
                break;
            case "message_edited":
                Put(data);
                break;
            case "message_deleted":
                Put(data);
                pins.Remove(data.GetProperty("id").GetString()!);
                break;
            case "pin":
                pins.Apply(data);
                foreach (var message in All.Where(m => (string?)m["id"] == data.GetProperty("message_id").GetString()))
                    message["pinned"] = data.GetProperty("pinned").GetBoolean();
                break;
            case "draft":
                drafts.Apply(data);
                break;
            case "reaction":
                var id = data.GetProperty("message_id").GetString();
                foreach (var reacted in All.Where(m => (string?)m["id"] == id))
                    reacted["reactions"] = JsonNode.Parse(data.GetProperty("reactions").GetRawText());
                break;
            case "previews":
                var linking = data.GetProperty("message_id").GetString();
                foreach (var shown in All.Where(m => (string?)m["id"] == linking))
                    shown["previews"] = JsonNode.Parse(data.GetProperty("previews").GetRawText());
                break;
            case "thread":
                var rootId = data.GetProperty("message_id").GetString();
                messages.Values.Single(m => (string?)m["id"] == rootId)["thread"] = JsonNode.Parse(data.GetProperty("thread").GetRawText());
                break;
            case "thread_followed":
                Follow(data.GetProperty("thread_id"), data.GetProperty("read_up_to"));
                break;
            case "thread_read":
                Follow(data.GetProperty("thread_id"), data.GetProperty("message_id"));
                break;
            case "saved":
                var about = data.GetProperty("message_id").GetString()!;
                _ = data.GetProperty("saved").GetBoolean() ? saved.Add(about) : saved.Remove(about);
                break;
            case "read":
                read = data.GetProperty("number").GetInt64();
                break;
            case "preferences":
                foreach (var property in Preferences)
                    room[property] = JsonNode.Parse(data.GetProperty(property).GetRawText());
                break;
            case "room":
                foreach (var property in new[] { "name", "topic", "kind", "archived", "posting", "users" })
                    if (data.GetProperty("room").TryGetProperty(property, out var now))
                        room[property] = JsonNode.Parse(now.GetRawText());
                CallByTheOther();
                break;
            case "profile":
                var user = data.GetProperty("user_id").GetString()!;
                foreach (var message in All.Where(m => (string?)m["user_id"] == user))
                    foreach (var property in new[] { "username", "display_name", "avatar_url" })
                        message[property] = JsonNode.Parse(data.GetProperty(property).GetRawText());
                foreach (var one in TheTwo.Where(one => (string?)one["user_id"] == user))
                    foreach (var property in new[] { "username", "display_name", "avatar_url" })
                        one[property] = JsonNode.Parse(data.GetProperty(property).GetRawText());
                foreach (var message in All.Where(m => m["html"] is not null))
                    message["html"] = CallMentioned((string)message["html"]!, user, data.GetProperty("display_name").GetString());
                CallByTheOther();
                if (members.TryGetValue(user, out var known))
                    members[user] = Describe(data, known.Split(' ')[0]);
                break;
            case "member":
                var member = data.GetProperty("user_id").GetString()!;
                if (data.GetProperty("role").ValueKind == JsonValueKind.Null)
                    members.Remove(member);
                else
                    members[member] = Describe(data);
                break;
        }
    }

    /// <summary>All of it, line by line, to compare. A guest has neither a role nor a read mark.</summary>
    public IReadOnlyList<string> Describe(bool withMine, IReadOnlySet<string> blocked)
    {
        var about = (JsonObject)room.DeepClone();
        about.Remove("role");
        about.Remove("member");
        foreach (var property in withMine ? [] : Preferences)
            about.Remove(property);
        List<string> lines = [about.ToJsonString(), .. members.Select(member => member.ToString())];
        if (withMine)
            lines.Add(IsMine ? $"unread {Unread}, mentions {Mentions}" : "not mine");
        lines.AddRange(messages.Values.Select(message => message.ToJsonString()));
        // Which of a thread's replies were deleted before the load is not asked for.
        lines.AddRange(replies.Values.Where(reply => !(bool)reply["deleted"]!).Select(reply => reply.ToJsonString()));
        lines.AddRange(pins.Describe());
        if (withMine)
            lines.AddRange([.. drafts.Describe(), .. Followed(blocked).Select(thread => "follows " + thread), .. saved.Select(id => "saved " + id)]);
        return lines;
    }

    /// <summary>The threads with replies that I follow, and how many replies in each are unread.</summary>
    public IEnumerable<string> Followed(IReadOnlySet<string> blocked) =>
        from root in messages.Values
        where root["thread"] is not null && follows.ContainsKey(IdOf((string)root["id"]!))
        let unread = replies.Count(reply => (string?)reply.Value["thread_id"] == (string?)root["id"] && !(bool)reply.Value["deleted"]! &&
            reply.Key > follows[IdOf((string)root["id"]!)] && (string)reply.Value["user_id"]! is var author && author != userId && !blocked.Contains(author))
        select $"{(string)root["id"]!}: {unread}";

    public static long PositionOf(string cursor) =>
        long.Parse(cursor.AsSpan(cursor.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    private IEnumerable<JsonObject> TheTwo => room["users"]?.AsArray().OfType<JsonObject>() ?? [];

    private void CallByTheOther()
    {
        if (TheTwo.FirstOrDefault(one => (string?)one["user_id"] != userId) is { } other)
            room["name"] = (string?)other["display_name"] ?? (string?)other["username"];
    }

    private static string CallMentioned(string html, string user, string? name) => Regex.Replace(
        html, $"""<span class="mention" data-user="{user}"(?: title="(?<written>[^"]*)">[^<]*|>(?<written>[^<]*))</span>""",
        mention => mention.Groups["written"].Value is var written && name is null
            ? $"""<span class="mention" data-user="{user}">{written}</span>"""
            : $"""<span class="mention" data-user="{user}" title="{written}">@{name}</span>""");

    private IEnumerable<JsonObject> All => messages.Values.Concat(replies.Values);

    private void Put(JsonElement message)
    {
        if (message.GetProperty("number").ValueKind != JsonValueKind.Null)
            messages[message.GetProperty("number").GetInt64()] = (JsonObject)JsonNode.Parse(message.GetRawText())!;
        if (message.GetProperty("thread_id").ValueKind != JsonValueKind.Null)
            replies[IdOf(message.GetProperty("id").GetString()!)] = (JsonObject)JsonNode.Parse(message.GetRawText())!;
    }

    private void Follow(JsonElement root, JsonElement readUpTo)
    {
        if (readUpTo.GetString() is { } mark)
            follows[IdOf(root.GetString()!)] = IdOf(mark);
        else
            follows.Remove(IdOf(root.GetString()!));
    }

    private static long IdOf(string id) => long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);

    // Of deleted ones on either side of the mark nobody can tell, and nothing depends on it.
    private long MarkBefore(int unread) =>
        messages.Reverse().Where(message => !(bool)message.Value["deleted"]!).Skip(unread).Select(message => message.Key).FirstOrDefault();

    private void ReadUpTo(long number) => read = Math.Max(read, number);

    private static string Describe(JsonElement member) =>
        Describe(member, $"{member.GetProperty("role").GetString()},{member.GetProperty("silenced_until").GetRawText()}");

    private static string Describe(JsonElement face, string standing) => string.Join(' ',
        new[] { "username", "display_name", "status_text", "avatar_url" }.Select(property => face.GetProperty(property).GetString()).Prepend(standing));
}
