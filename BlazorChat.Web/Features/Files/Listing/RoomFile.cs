using System.Text.Json.Serialization;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Files.Listing;

/// <summary>A file in a room's list of files, with its message and sender.</summary>
public sealed record RoomFile : FileView
{
    public RoomFile(FileView file) : base(file)
    {
    }

    [ChatAddress]
    public string FileUrl => Url;

    /// <summary>The message that contains it.</summary>
    public required string MessageId { get; init; }

    /// <summary>Whether that stands in the room, and not in a thread only.</summary>
    [JsonIgnore]
    public bool IsInRoom { get; init; } = true;

    /// <summary>The person who shared it.</summary>
    public required string UserId { get; init; }

    public required string Username { get; init; }

    /// <summary>Their display name; null if they have only a username.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long PostedAt { get; init; }

    /// <summary>The display name, or the username without one.</summary>
    [JsonIgnore]
    public string SenderName => DisplayName ?? Username;
}

/// <summary>A page of a room's files, newest first.</summary>
/// <param name="HasMore">Whether there are older files that match.</param>
public sealed record RoomFilesPart(IReadOnlyList<RoomFile> Files, bool HasMore);
