using System.Collections.Concurrent;
using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Log;

/// <summary>Turns entries into events. For each entry it asks the feature that owns the kind.</summary>
public sealed partial class EventFactory(EventRegistry registry, IOptions<JsonOptions> json, ILogger<EventFactory> logger)
{
    private const int MostNoted = 10_000;

    private readonly ConcurrentDictionary<long, bool> noted = [];

    /// <param name="epoch">The database's, for the cursors.</param>
    /// <param name="entries">In position order.</param>
    /// <param name="wantsHtml">Whether any reader wants messages as HTML: rendering costs more than everything else here.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <returns>
    /// The entries in their order, each with its events. An entry whose events cannot be made has none; the others are not
    /// affected.
    /// </returns>
    public async Task<IReadOnlyList<ToldEntry>> MakeAsync(
        string epoch, IReadOnlyList<CommittedEntry> entries, bool wantsHtml, CancellationToken ct)
    {
        try
        {
            var told = Begin(epoch, entries, wantsHtml);
            foreach (var ofOne in told.GroupBy(entry => registry.SourceOf(entry.Row.Kind)))
                if (ofOne.Key is { } source)
                    await source.TellAsync([.. ofOne], ct);
                else
                    NoteUnknown(ofOne);
            return told;
        }
        catch (Exception failure) when (!failure.IsOfDatabase() && failure is not OperationCanceledException)
        {
            if (entries is [{ Entry: var untold }])
            {
                if (IsNews(untold.Position))
                    Log.CannotTell(logger, failure, untold.Kind.Number, untold.Position);
                return Begin(epoch, entries, wantsHtml);
            }
        }
        // All were looked up together. Trying them one by one shows which of them failed.
        var apart = new List<ToldEntry>(entries.Count);
        foreach (var entry in entries)
            apart.AddRange(await MakeAsync(epoch, [entry], wantsHtml, ct));
        return apart;
    }

    private List<ToldEntry> Begin(string epoch, IReadOnlyList<CommittedEntry> entries, bool wantsHtml) =>
        [.. entries.Select(entry => new ToldEntry(entry, epoch, registry.NameOf(entry.Entry.Kind), wantsHtml, json.Value.SerializerOptions))];

    private void NoteUnknown(IEnumerable<ToldEntry> entries)
    {
        foreach (var entry in entries.Where(entry => !registry.Knows(entry.Row.Kind) && IsNews(entry.Row.Position)))
            Log.Unknown(logger, entry.Row.Kind.Number, entry.Row.Position);
    }

    // Every replay meets the same bad entries: each is logged once, as long as there are not too many.
    private bool IsNews(long position) => noted.Count < MostNoted && noted.TryAdd(position, true);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The entry at position {Position} of the log (kind {Kind}) cannot be told and is skipped")]
        public static partial void CannotTell(ILogger logger, Exception failure, int kind, long position);

        [LoggerMessage(Level = LogLevel.Error, Message = "The entry at position {Position} of the log is of a kind that is not known ({Kind}) and is skipped")]
        public static partial void Unknown(ILogger logger, int kind, long position);
    }
}
