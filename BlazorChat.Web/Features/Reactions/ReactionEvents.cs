using System.Text.Json.Serialization;
using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Reactions;

/// <summary><c>reaction</c>: someone added a reaction to a message, or removed it.</summary>
internal sealed class ReactionEvents(IDbContextFactory<ChatDb> databases, DrawMessage draw)
    : MessageEventSource(databases, new EventKind(Changed, Reach.Room, "reaction"))
{
    /// <summary>Subject: the message. Detail: the emoji.</summary>
    public static readonly EntryKind Changed = new(4);

    protected override async ValueTask TellAsync(ToldEntry entry, MessageView message)
    {
        var (userId, emoji) = (entry.Row.UserId, entry.Row.Detail!);
        var stands = message.Reactions.Any(r => r.Reaction == emoji && r.UserIds.Contains(userId));
        var data = new ReactionEvent(entry.RoomId, message.Id, message.UserId, userId, emoji, stands, message.Reactions);
        entry.Tell(data, entry.WantsHtml ? data with { ItemHtml = await draw(message) } : null);
    }
}

/// <param name="RoomId">The room.</param>
/// <param name="MessageId">The message.</param>
/// <param name="AuthorId">Who wrote it.</param>
/// <param name="UserId">Who reacted.</param>
/// <param name="Reaction">The emoji.</param>
/// <param name="Added">Whether the user's reaction was added or removed.</param>
/// <param name="Reactions">All reactions to the message.</param>
public sealed record ReactionEvent(
    string RoomId, string MessageId, string AuthorId, string UserId, string Reaction, bool Added, IReadOnlyList<ReactionView> Reactions)
{
    /// <summary>The message as the timeline's HTML, for readers who ask for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ItemHtml { get; init; }
}
