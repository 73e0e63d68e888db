using System.Text.Json.Serialization;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;

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
/// <param name="SilencedUntil">When they may write again; null if they may.</param>
internal sealed record MemberData(
    string RoomId, string UserId, string Username, RoomRole? Role, long? SilencedUntil, string? DisplayName, [property: ChatAddress] string? AvatarUrl,
    string? StatusText);

/// <summary>One's own removal, told by ids alone.</summary>
internal sealed record GoneData(string RoomId, string UserId, RoomRole? Role = null);

internal sealed record ProfileData(
    string RoomId, string UserId, string Username, string? DisplayName, string StatusText, [property: ChatAddress] string? AvatarUrl);

/// <param name="Room">Null once there is no such room any more.</param>
internal sealed record RoomData(string RoomId, RoomView? Room);

/// <param name="Until">When that user, who alone is told, may write again; null: now.</param>
internal sealed record SilenceData(string RoomId, string UserId, long? Until);

/// <param name="Open">How many reports wait to be looked at. Told to moderators alone.</param>
internal sealed record ReportData(string RoomId, int Open);

/// <param name="MessageId">The message at the mark; null before the first.</param>
internal sealed record ReadData(string RoomId, string? MessageId, long Number);

internal sealed record PreferencesData(string RoomId, NotificationLevel Notify, bool Pinned, bool Muted);

internal sealed record BlockData(string UserId, bool Blocked);
