using BlazorChat.Core.Live;

namespace BlazorChat.Web.Log;

/// <summary>A kind of entry, and how it is told. Exactly one feature registers each.</summary>
/// <param name="Kind">As the log stores it.</param>
/// <param name="Reach">Whose streams it may concern.</param>
/// <param name="Name">The event's name on the wire; null: an unnamed event, or none at all.</param>
public sealed record EventKind(EntryKind Kind, Reach Reach, string? Name = null);

/// <summary>
/// Whose streams an entry may concern: replay reads only these entries for them. The event itself may be for fewer, as
/// its audience says.
/// </summary>
public enum Reach
{
    /// <summary>Told to nobody: it has consequences in memory alone.</summary>
    Nobody,

    /// <summary>Those who follow its room now.</summary>
    Room,

    /// <summary>The one who did it.</summary>
    Actor,

    /// <summary>The one it concerns, whether or not they may still see its room.</summary>
    Subject,

    /// <summary>Those who follow its room now, and the one it concerns.</summary>
    RoomAndSubject,
}

/// <summary>An event that skips the log: it is told to those who listen now, and never replayed.</summary>
/// <param name="Name">Its name on the wire.</param>
public sealed record PassingEvent(string Name);
