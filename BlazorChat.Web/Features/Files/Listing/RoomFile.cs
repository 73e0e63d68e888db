using System.Text.Json.Serialization;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Files.Listing;

/// <summary>A file with where it comes from, as a room's list of files shows it.</summary>
public sealed record RoomFile : FileView
{
    public RoomFile(FileView file) : base(file)
    {
    }

    [ChatAddress]
    public string FileUrl => Url;

    /// <summary>The message that it is in.</summary>
    public required string MessageId { get; init; }

    /// <summary>Who shared it.</summary>
    public required string UserId { get; init; }

    public required string Username { get; init; }

    /// <summary>Their display name; null if they have only a username.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long PostedAt { get; init; }

    /// <summary>What they are called.</summary>
    [JsonIgnore]
    public string SenderName => DisplayName ?? Username;
}

/// <summary>A page of a room's files, newest first.</summary>
/// <param name="HasMore">Whether there are older ones like these.</param>
public sealed record RoomFilesPart(IReadOnlyList<RoomFile> Files, bool HasMore);
