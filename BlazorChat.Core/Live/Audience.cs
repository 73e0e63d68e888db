namespace BlazorChat.Core.Live;

/// <summary>
/// Whom an event is for: everyone who follows a room, or one user (on all their own streams, and on their stream of
/// that room).
/// </summary>
/// <param name="RoomId">The room it is about.</param>
/// <param name="OnlyUserId">The one user who gets it; null: everyone in the room.</param>
/// <param name="ExceptUserId">A user who does not get it, because another event is for them.</param>
public readonly record struct Audience(string RoomId, string? OnlyUserId = null, string? ExceptUserId = null)
{
    public bool Includes(string userId) => (OnlyUserId is null || OnlyUserId == userId) && ExceptUserId != userId;
}
