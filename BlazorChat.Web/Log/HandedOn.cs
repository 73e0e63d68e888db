using System.Text.Json;
using BlazorChat.Core.Live;

namespace BlazorChat.Web.Log;

/// <summary>
/// What a node knows of the subjects of its entries and hands on to the other nodes, so that they need not look it up. A feature
/// registers it.
/// </summary>
/// <param name="Write">The state as JSON; null: the other nodes look it up.</param>
/// <param name="Read">The entry with the state that came with it. Throws <see cref="JsonException"/> for what it cannot read.</param>
public sealed record HandedOn(Func<CommittedEntry, JsonElement?> Write, Func<LogEntry, JsonElement, CommittedEntry> Read)
{
    /// <summary>Hands on one type of state.</summary>
    /// <param name="isWhole">Whether its JSON holds all of it.</param>
    public static HandedOn Of<TNow>(Func<TNow, bool> isWhole) where TNow : class => new(
        committed => committed is CommittedEntry<TNow> known && isWhole(known.Now) ? JsonSerializer.SerializeToElement(known.Now) : null,
        (entry, now) => new CommittedEntry<TNow>(entry, now.Deserialize<TNow>() ?? throw new JsonException("A state is missing.")));
}
