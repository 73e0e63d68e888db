using System.Globalization;
using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Messages;

/// <summary>A new message, which is an unnamed event; <c>message_edited</c> and <c>message_deleted</c>, with the message as it is now.</summary>
internal sealed class MessageEvents(IDbContextFactory<ChatDb> databases, DrawMessage draw) : EventSource<Dictionary<string, MessageView>>(
    new EventKind(Posted, Reach.Room), new EventKind(Edited, Reach.Room, "message_edited"), new EventKind(Deleted, Reach.Room, "message_deleted"))
{
    /// <summary>Subject: the message, as of the other two.</summary>
    public static readonly EntryKind Posted = new(1);

    public static readonly EntryKind Edited = new(2);

    public static readonly EntryKind Deleted = new(3);

    protected override async Task<Dictionary<string, MessageView>> LookUpAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct)
    {
        Dictionary<string, MessageView> now = [];
        List<string> unknown = [];
        foreach (var entry in entries)
            if (entry.Committed is CommittedEntry<MessageView> known)
                now[entry.Row.Subject] = known.Now;
            else
                unknown.Add(entry.Row.Subject);
        // What was altered since it was posted is looked up, whatever its writer knew then.
        foreach (var message in await LookUpAsync(databases, unknown, ct))
            now[message.Id] = message;
        return now;
    }

    // Of a message that is missing, the room has been deleted since then.
    protected override async ValueTask TellAsync(ToldEntry entry, Dictionary<string, MessageView> now)
    {
        if (now.TryGetValue(entry.Row.Subject, out var message))
            entry.Tell(message, entry.WantsHtml ? message with { ItemHtml = await draw(message) } : null);
    }

    /// <summary>The messages that entries name, as they are now.</summary>
    public static async Task<IReadOnlyList<MessageView>> LookUpAsync(
        IDbContextFactory<ChatDb> databases, IReadOnlyList<string> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
            return [];
        var numbers = ids.Select(id => long.Parse(id, CultureInfo.InvariantCulture)).Distinct().ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await MessageQueries.ReadAsync(db, db.Messages.Where(m => numbers.Contains(m.Id)), ct);
    }
}

/// <summary>Draws a message once for all who see it arrive. The timeline knows how a message looks.</summary>
public delegate Task<string> DrawMessage(MessageView message);
