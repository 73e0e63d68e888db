namespace BlazorChat.Core.Rooms;

/// <summary>A place where people talk. Its id never changes, even if its name does.</summary>
public sealed class Room
{
    /// <summary>The room that everyone joins on registering. It cannot be archived or deleted.</summary>
    public const string DefaultId = "general";

    private Room()
    {
    }

    /// <summary>A public room's slug (<c>general</c>), or a random id for other rooms, so that nobody can guess which rooms exist.</summary>
    public string Id { get; private init; } = "";

    public string Name { get; private set; } = "";

    public string Topic { get; private set; } = "";

    public RoomKind Kind { get; private init; }

    /// <summary>Who may write here.</summary>
    public RoomPosting Posting { get; private set; }

    /// <summary>Whether links that are posted here from now on get no previews.</summary>
    public bool IsWithoutPreviews { get; private set; }

    /// <summary>The two people of a direct room, as <see cref="DirectPair"/> writes them; null for other kinds.</summary>
    public string? DirectKey { get; private init; }

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; private init; }

    /// <summary>Unix milliseconds; null while the room is in use.</summary>
    public long? ArchivedAt { get; private set; }

    /// <summary>The number of the newest message; messages count from 1 without holes.</summary>
    public long LastNumber { get; private set; }

    /// <summary>When the newest message was posted, Unix milliseconds.</summary>
    public long? LastMessageAt { get; private set; }

    public bool IsArchived => ArchivedAt is not null;

    public bool IsDefault => Id == DefaultId;

    public static Room CreatePublic(RoomSlug id, RoomName name, RoomTopic topic, long now) =>
        new() { Id = id.Value, Name = name.Value, Topic = topic.Value, Kind = RoomKind.Public, CreatedAt = now };

    public static Room CreatePrivate(RoomName name, RoomTopic topic, long now) =>
        new() { Id = RandomId.New(), Name = name.Value, Topic = topic.Value, Kind = RoomKind.Private, CreatedAt = now };

    /// <summary>A direct room, between two people. It has no name of its own: each of them sees the other's name.</summary>
    public static Room CreateDirect(DirectPair pair, long now) =>
        new() { Id = RandomId.New(), Kind = RoomKind.Direct, DirectKey = pair.Key, CreatedAt = now };

    public void Rename(RoomName name) => Name = name.Value;

    public void ChangeTopic(RoomTopic topic) => Topic = topic.Value;

    public void LetPost(RoomPosting posting) => Posting = posting;

    public void ShowPreviews(bool shows) => IsWithoutPreviews = !shows;

    public void Archive(long now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;

    /// <summary>Takes the next message number. Numbers have no holes because the writer is alone in its transaction.</summary>
    public long TakeNumber(long now)
    {
        LastMessageAt = now;
        return ++LastNumber;
    }

    /// <summary>Notes what was posted elsewhere.</summary>
    public void Move(long lastNumber, long? lastMessageAt) => (LastNumber, LastMessageAt) = (lastNumber, lastMessageAt);
}

public enum RoomPosting
{
    Everyone = 0,

    /// <summary>Moderators and owners write, everyone else reads.</summary>
    Moderators = 1,
}

public enum RoomKind
{
    Public = 0,
    Private = 1,
    Direct = 2,
}
