using BlazorChat.Core.Live;

namespace BlazorChat.Web.Log;

/// <summary>A kind of entry, and how readers are told of it. Exactly one feature registers each kind.</summary>
/// <param name="Kind">As the log stores it.</param>
/// <param name="Reach">Whose streams it may concern.</param>
/// <param name="Name">The event's name on the wire; null: an unnamed event, or none at all.</param>
public sealed record EventKind(EntryKind Kind, Reach Reach, string? Name = null);

/// <summary>
/// Whose streams an entry may concern: replay reads only these entries for a reader. The audience of the event may be
/// smaller.
/// </summary>
public enum Reach
{
    /// <summary>Nobody is told. The entry only has consequences in memory.</summary>
    Nobody,

    /// <summary>Those who follow the room now.</summary>
    Room,

    /// <summary>The user who did it.</summary>
    Actor,

    /// <summary>The user it concerns, whether or not they may still see the room.</summary>
    Subject,

    /// <summary>Those who follow the room now, and the user it concerns.</summary>
    RoomAndSubject,
}

/// <summary>
/// A kind of entry that changes nothing about rooms, members and people, except that a room's numbers grow by a message. What the
/// writer remembers of them stays valid when another node has made such a change.
/// </summary>
/// <param name="Kind">As the log stores it.</param>
public sealed record HarmlessKind(EntryKind Kind);

/// <summary>An event that skips the log: it is told to those who listen now, and never replayed.</summary>
/// <param name="Name">Its name on the wire.</param>
public sealed record PassingEvent(string Name);
