using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using System.Text.Json.Serialization;

namespace BlazorChat.Web.Live;

// What the named events carry. A new, edited or deleted message carries the message itself.

internal sealed record ReadyData(string Cursor, string UserId, IReadOnlyList<string> Rooms);

internal sealed record ResetData(string Cursor);

/// <param name="Added">Whether that user's reaction stands now.</param>
internal sealed record ReactionData(
    string RoomId, string MessageId, string UserId, string Reaction, bool Added, IReadOnlyList<ReactionView> Reactions)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ItemHtml { get; init; }
}

/// <param name="Role">Null when gone.</param>
internal sealed record MemberData(
    string RoomId, string UserId, string Username, RoomRole? Role, string? DisplayName, string? AvatarUrl, string? StatusText);

/// <summary>One's own removal, told by ids alone.</summary>
internal sealed record GoneData(string RoomId, string UserId, RoomRole? Role = null);

internal sealed record ProfileData(
    string RoomId, string UserId, string Username, string? DisplayName, string StatusText, string? AvatarUrl);

/// <param name="Room">Null once there is no such room any more.</param>
internal sealed record RoomData(string RoomId, RoomView? Room);

internal sealed record ReadData(string RoomId, string MessageId, long Number);
