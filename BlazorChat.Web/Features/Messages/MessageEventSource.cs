using System.Globalization;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Messages;

/// <summary>Base of events about messages. The subject of their entries is a message; the events carry its present state.</summary>
public abstract class MessageEventSource(IDbContextFactory<ChatDb> databases, params EventKind[] kinds)
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
        // A message that was changed after it was posted is looked up: the writer knew an older state.
        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var message in await MessageQueries.ReadAsync(db, db.Messages.Where(m => unknown.Contains(m.Id)), ct))
            now[message.Id] = message;
        return now;
    }

    // If a message is missing, its room has been deleted since.
    protected sealed override ValueTask TellAsync(ToldEntry entry, IReadOnlyDictionary<string, MessageView> now) =>
        now.TryGetValue(entry.Row.Subject, out var message) ? TellAsync(entry, message) : ValueTask.CompletedTask;

    protected abstract ValueTask TellAsync(ToldEntry entry, MessageView message);
}

/// <summary>Renders a message as HTML, once for all pages that get its event. The timeline implements it.</summary>
public delegate Task<string> DrawMessage(MessageView message);
