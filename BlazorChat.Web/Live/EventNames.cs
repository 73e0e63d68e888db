namespace BlazorChat.Web.Live;

/// <summary>The names that events have on the wire. A page tells them to its scripts: an EventSource hears what it is told to listen for, and loses the rest.</summary>
public static class EventNames
{
    /// <summary>All but the greeting of a stream, and a new message, which is an unnamed event.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "reset", "message_edited", "message_deleted", "reaction", "typing", "presence", "read", "room", "member", "preferences", "block",
        "silence", "report", "profile",
    ];
}
