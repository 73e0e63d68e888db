using System.Text.Json.Serialization;
using BlazorChat.Core.Rooms;

namespace BlazorChat.Web.Admin;

/// <summary>A room as administrators see it, members or not. It contains nothing of the room's messages.</summary>
public sealed record AdminRoomView
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Topic { get; init; }

    public required RoomKind Kind { get; init; }

    public required int Members { get; init; }

    /// <summary>The usernames of its owners.</summary>
    public required IReadOnlyList<string> Owners { get; init; }

    /// <summary>Their display names, in the same order.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> OwnerNames { get; init; } = [];

    /// <summary>How many messages were ever posted.</summary>
    public required long Messages { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public long? LastMessageAt { get; init; }

    public required bool Archived { get; init; }
}
