using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Log;

/// <summary>Turns entries into events. For each entry it asks the feature that owns the kind.</summary>
public sealed partial class EventFactory(EventRegistry registry, IOptions<JsonOptions> json, ILogger<EventFactory> logger)
{
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
            return told;
        }
        catch (Exception failure) when (!failure.IsOfDatabase() && failure is not OperationCanceledException)
        {
            if (entries is [{ Entry: var untold }])
            {
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

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The entry at position {Position} of the log (kind {Kind}) cannot be told and is skipped")]
        public static partial void CannotTell(ILogger logger, Exception failure, int kind, long position);
    }
}
