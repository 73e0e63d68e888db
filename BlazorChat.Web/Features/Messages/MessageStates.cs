using System.Globalization;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Messages;

/// <summary>Events about messages, whose entries name a message as their subject: it is told as it is now.</summary>
public abstract class MessageStates(IDbContextFactory<ChatDb> databases, params EventKind[] kinds)
    : EventSource<IReadOnlyDictionary<string, MessageView>>(kinds)
{
    protected sealed override async Task<IReadOnlyDictionary<string, MessageView>> LookUpAsync(
        IReadOnlyList<ToldEntry> entries, CancellationToken ct)
    {
        Dictionary<string, MessageView> now = [];
        HashSet<long> unknown = [];
        foreach (var entry in entries)
            if (entry.Committed is CommittedEntry<MessageView> known)
                now[entry.Row.Subject] = known.Now;
            else
                unknown.Add(long.Parse(entry.Row.Subject, CultureInfo.InvariantCulture));
        if (unknown.Count == 0)
            return now;
        // What was altered since it was posted is looked up, whatever its writer knew then.
        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var message in await MessageQueries.ReadAsync(db, db.Messages.Where(m => unknown.Contains(m.Id)), ct))
            now[message.Id] = message;
        return now;
    }

    // Of a message that is missing, the room has been deleted since then.
    protected sealed override ValueTask TellAsync(ToldEntry entry, IReadOnlyDictionary<string, MessageView> now) =>
        now.TryGetValue(entry.Row.Subject, out var message) ? TellAsync(entry, message) : ValueTask.CompletedTask;

    protected abstract ValueTask TellAsync(ToldEntry entry, MessageView message);
}

/// <summary>Draws a message once for all who see it arrive. The timeline knows how a message looks.</summary>
public delegate Task<string> DrawMessage(MessageView message);
