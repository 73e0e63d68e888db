namespace BlazorChat.Core.Live;

/// <summary>Who reads a stream, and what they asked for.</summary>
/// <param name="UserId">The reader.</param>
/// <param name="SessionId">The session of the reader. The stream ends with it.</param>
/// <param name="RoomId">The one room a room's stream follows; null: the user's stream over all their rooms.</param>
/// <param name="Watched">Public rooms that a user's stream follows without being a member.</param>
/// <param name="WantsHtml">Whether events carry the timeline's own rendering.</param>
/// <param name="ExpiresAt">When the stream ends at the latest, Unix milliseconds.</param>
public sealed record Subscriber(
    string UserId, string SessionId, string? RoomId, IReadOnlyList<string> Watched, bool WantsHtml, long ExpiresAt)
{
    /// <summary>Unix milliseconds.</summary>
    public long OpenedAt { get; init; }

    /// <summary>Whether an event about a room that is for this user alone belongs on this stream.</summary>
    public bool Concerns(string roomId) => RoomId is null || RoomId == roomId;
}
