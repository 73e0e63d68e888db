using System.Globalization;
using System.Text.Json.Serialization;
using BlazorChat.Core.Formatting;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using BlazorChat.Web.Features.Replies;

namespace BlazorChat.Web.Features.Messages;

/// <summary>A message as programs and pages see it: its present state, the same for every reader.</summary>
public sealed record MessageView
{
    private Formatted? parsed;
    private IReadOnlyList<Mention> addressed = [];
    private IReadOnlyDictionary<string, string>? called;

    public required string Id { get; init; }

    public required string RoomId { get; init; }

    /// <summary>Counts the room's messages from 1, without holes; null for a reply that stands in its thread only.</summary>
    public required long? Number { get; init; }

    public required string UserId { get; init; }

    public required string Username { get; init; }

    /// <summary>The author's display name; null if they have only a username.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The author's picture; null if they have none. Pages then show initials.</summary>
    [ChatAddress]
    public string? AvatarUrl { get; init; }

    /// <summary>The text as it was written, not escaped.</summary>
    public required string Text { get; init => (field, parsed) = (value, null); }

    /// <summary>
    /// The text formatted, as HTML that is safe to show: a, blockquote, br, code, del, em, li, ol, p, pre, span, strong and ul. A text of
    /// one paragraph has no element around it.
    /// </summary>
    public required string Html { get; init; }

    public required MessageType Type { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long Timestamp { get; init; }

    public long? EditedAt { get; init; }

    public bool Deleted { get; init; }

    public string? ClientId { get; init; }

    public string? ReplyTo { get; init; }

    /// <summary>The message on whose thread this reply hangs; null for all other messages.</summary>
    public string? ThreadId { get; init; }

    /// <summary>The thread that hangs on this message; null without replies.</summary>
    public ThreadView? Thread { get; init; }

    public IReadOnlyList<ReactionView> Reactions { get; init; } = [];

    /// <summary>The ids of the people it mentions.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    /// <summary>Whether it is among the room's pinned messages.</summary>
    public bool Pinned { get; init; }

    /// <summary>What it shows of pages to which it links; they come later, by the event `previews`.</summary>
    public IReadOnlyList<PreviewView> Previews { get; init; } = [];

    public FileView? File { get; init; }

    [ChatAddress]
    public string? FileUrl => File?.Url;

    public string? FileName => File?.Name;

    /// <summary>The page that shows the message in its place: in the room, or in its thread.</summary>
    [JsonIgnore]
    public string Place => PlaceOf(RoomId, Id, isInRoom: Number is not null);

    /// <summary>The beginning of the message in one line: the name of its file, and its text without signs of formatting.</summary>
    [JsonIgnore]
    public string Line => File is null ? Words : Text.Length == 0 ? File.Name : $"{File.Name}: {Words}";

    /// <summary>What its text says, parsed once for all that is made of it; of a message that came as JSON, when something is.</summary>
    [JsonIgnore]
    public Formatted Parsed => parsed ??= Formatted.Of(Text);

    private string Words => Excerpt(300);

    /// <summary>The message as the timeline's HTML, for readers who ask for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ItemHtml { get; init; }

    /// <summary>The message to which this one replies, for the timeline.</summary>
    [JsonIgnore]
    public QuoteView? Quote { get; init; }

    /// <summary>Of a reply that was sent to the room, too: the message on whose thread it hangs, for the timeline.</summary>
    [JsonIgnore]
    public QuoteView? Root { get; init; }

    /// <summary>The beginning of its text in one line, without signs of formatting and with people called by the names they chose.</summary>
    public string Excerpt(int most) => MessageHtml.Excerpt(Parsed, most, addressed, called);

    /// <summary>The same of all of it.</summary>
    [JsonIgnore]
    public string WholeLine => MessageHtml.Line(Parsed, addressed, called);

    internal static string PlaceOf(string roomId, string messageId, bool isInRoom) =>
        $"room/{roomId}{(isInRoom ? "#message-" : "?thread=")}{messageId}";

    public static MessageView Of(
        Message message, Author author, IReadOnlyList<ReactionView> reactions, IReadOnlyList<Mention> mentions,
        QuoteView? quote, FileView? file = null, IReadOnlyDictionary<string, string>? called = null) => new()
        {
            Id = message.Id.ToString(CultureInfo.InvariantCulture),
            RoomId = message.RoomId,
            Number = message.IsInRoom ? message.Number : null,
            UserId = message.AuthorId,
            Username = author.Username,
            DisplayName = author.DisplayName,
            AvatarUrl = AvatarPath.Of(message.AuthorId, author.AvatarHash),
            Text = message.Text,
            Html = message.Type == MessageType.System ? MessageHtml.Plain(message.Text) : MessageHtml.From(message.Parsed(), mentions, called),
            parsed = message.Parsed(),
            addressed = mentions,
            called = called,
            Type = message.Type,
            Timestamp = message.PostedAt,
            EditedAt = message.EditedAt,
            Deleted = message.IsDeleted,
            ClientId = message.ClientId,
            ReplyTo = message.ReplyToId?.ToString(CultureInfo.InvariantCulture),
            ThreadId = message.ThreadId?.ToString(CultureInfo.InvariantCulture),
            Reactions = message.IsDeleted ? [] : reactions,
            Mentions = [.. mentions.Select(mention => mention.UserId)],
            Pinned = message.IsPinned,
            File = file,
            Quote = quote,
        };
}

/// <summary>One emoji on a message, and the people who gave it, in order.</summary>
public sealed record ReactionView(string Reaction, int Count, IReadOnlyList<string> UserIds)
{
    [JsonIgnore]
    public IReadOnlyList<string> Names { get; init; } = [];
}

/// <summary>What a reply shows of the message to which it replies.</summary>
public sealed record QuoteView(string MessageId, string UserId, string Name, string Excerpt, bool Deleted);

/// <summary>The author of a message, with the name and picture they chose.</summary>
public sealed record Author(string Username, string? DisplayName, string? AvatarHash)
{
    /// <summary>Read as part of a change, by a prepared statement.</summary>
    public static async ValueTask<Author> OfAsync(Caller caller, LogAppend append, CancellationToken ct)
    {
        var (displayName, avatarHash) = await append.FaceOfAsync(caller.UserId, ct);
        return new Author(caller.Username, displayName, avatarHash);
    }
}
