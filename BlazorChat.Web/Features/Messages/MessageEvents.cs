using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Messages;

/// <summary>A new message, which is an unnamed event; <c>message_edited</c> and <c>message_deleted</c>, with the message as it is now.</summary>
internal sealed class MessageEvents(IDbContextFactory<ChatDb> databases, DrawMessage draw) : MessageEventSource(
    databases, new(Posted, Reach.Room), new(Edited, Reach.Room, "message_edited"), new(Deleted, Reach.Room, "message_deleted"))
{
    /// <summary>Subject: the message. The same holds for the other two kinds.</summary>
    public static readonly EntryKind Posted = new(1);

    public static readonly EntryKind Edited = new(2);

    public static readonly EntryKind Deleted = new(3);

    /// <summary>New messages go to the other nodes as they are, but for what their JSON leaves out: quotes, and how a file is shown.</summary>
    public static HandedOn HandedOn { get; } =
        HandedOn.Of<MessageView>(message => message is { File: null, Quote: null, Root: null, Reactions.Count: 0 });

    protected override async ValueTask TellAsync(ToldEntry entry, MessageView message) =>
        entry.Tell(message, entry.WantsHtml ? message with { ItemHtml = await draw(message) } : null);
}
