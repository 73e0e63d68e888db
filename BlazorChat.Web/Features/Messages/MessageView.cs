using System.Globalization;
using System.Text.Json.Serialization;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Messages;

/// <summary>A message as programs and pages see it: its present state, the same for every reader.</summary>
public sealed record MessageView
{
    public required string Id { get; init; }

    public required string RoomId { get; init; }

    public required long Number { get; init; }

    public required string UserId { get; init; }

    public required string Username { get; init; }

    /// <summary>What the author wants to be called; null: by the username.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The author's picture; null: initials stand for them.</summary>
    [ChatAddress]
    public string? AvatarUrl { get; init; }

    /// <summary>What was written, never escaped.</summary>
    public required string Text { get; init; }

    /// <summary>The text made safe to show.</summary>
    public required string Html { get; init; }

    public required MessageType Type { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long Timestamp { get; init; }

    public long? EditedAt { get; init; }

    public bool Deleted { get; init; }

    public string? ClientId { get; init; }

    public string? ReplyTo { get; init; }

    public IReadOnlyList<ReactionView> Reactions { get; init; } = [];

    /// <summary>The ids of those whom it addresses.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    /// <summary>Whether it is among the room's pinned messages.</summary>
    public bool Pinned { get; init; }

    public FileView? File { get; init; }

    [ChatAddress]
    public string? FileUrl => File?.Url;

    public string? FileName => File?.Name;

    /// <summary>What stands for it where it has one line: its file's name, and what was said.</summary>
    [JsonIgnore]
    public string Line => File is null ? Text : Text.Length == 0 ? File.Name : $"{File.Name}: {Text}";

    /// <summary>The timeline's own rendering, for those who ask for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ItemHtml { get; init; }

    /// <summary>The message that this one answers, for the timeline.</summary>
    [JsonIgnore]
    public QuoteView? Quote { get; init; }

    public static MessageView Of(
        Message message, Author author, IReadOnlyList<ReactionView> reactions, IReadOnlyList<Mention> mentions,
        QuoteView? quote, FileView? file = null, IReadOnlyDictionary<string, string>? called = null) => new()
        {
            Id = message.Id.ToString(CultureInfo.InvariantCulture),
            RoomId = message.RoomId,
            Number = message.Number,
            UserId = message.AuthorId,
            Username = author.Username,
            DisplayName = author.DisplayName,
            AvatarUrl = AvatarPath.Of(message.AuthorId, author.AvatarHash),
            Text = message.Text,
            Html = MessageHtml.From(message.Text, mentions, called),
            Type = message.Type,
            Timestamp = message.PostedAt,
            EditedAt = message.EditedAt,
            Deleted = message.IsDeleted,
            ClientId = message.ClientId,
            ReplyTo = message.ReplyToId?.ToString(CultureInfo.InvariantCulture),
            Reactions = message.IsDeleted ? [] : reactions,
            Mentions = [.. mentions.Select(mention => mention.UserId)],
            Pinned = message.IsPinned,
            File = file,
            Quote = quote,
        };
}

/// <summary>One emoji on a message, and who gave it, in the order in which they did.</summary>
public sealed record ReactionView(string Reaction, int Count, IReadOnlyList<string> UserIds)
{
    [JsonIgnore]
    public IReadOnlyList<string> Names { get; init; } = [];
}

/// <summary>What a reply shows of the message that it answers.</summary>
public sealed record QuoteView(string MessageId, string UserId, string Name, string Excerpt, bool Deleted);

/// <summary>Who wrote a message, as they want to be shown.</summary>
public sealed record Author(string Username, string? DisplayName, string? AvatarHash)
{
    /// <summary>As part of a change, asked the short way.</summary>
    public static Author Of(Caller caller, LogAppend append)
    {
        var (displayName, avatarHash) = append.FaceOf(caller.UserId);
        return new Author(caller.Username, displayName, avatarHash);
    }
}
