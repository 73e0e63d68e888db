using System.Globalization;
using BlazorChat.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Data;

/// <summary>
/// The index of messages by their terms, in tables of its own that are no part of the model: they can be made again from the messages
/// at any time, as after a move into another database. It proposes messages; their texts decide.
/// </summary>
public abstract class SearchIndex
{
    /// <summary>To be raised when terms change, or how they are kept: the index is then made again.</summary>
    protected abstract int Version { get; }

    /// <summary>Makes the tables, or makes them again, empty, if those of an earlier version have other terms.</summary>
    internal async Task PrepareAsync(DbContext db, CancellationToken ct)
    {
        await db.RunAsync("CREATE TABLE IF NOT EXISTS search_state (version integer NOT NULL)", ct);
        if (!(await db.NumberAsync("SELECT max(version) FROM search_state", ct) >= Version))
            await ResetAsync(db, ct);
    }

    /// <summary>Makes the tables again, empty: all messages are to be entered once more.</summary>
    public async Task ResetAsync(DbContext db, CancellationToken ct)
    {
        await db.RunAsync(string.Create(CultureInfo.InvariantCulture, $"""
            DROP TABLE IF EXISTS search_state; DROP TABLE IF EXISTS search_days; DROP TABLE IF EXISTS message_search;
            CREATE TABLE search_state (version integer NOT NULL, unread bigint, removed bigint NOT NULL);
            CREATE TABLE search_days (day bigint PRIMARY KEY, first bigint NOT NULL, last bigint NOT NULL);
            INSERT INTO search_state (version, removed) VALUES ({Version}, 0)
            """), ct);
        await CreateAsync(db, ct);
    }

    /// <returns>All messages from this id on are in the index; null: none yet.</returns>
    public Task<long?> UnreadAsync(DbContext db, CancellationToken ct) => db.NumberAsync("SELECT unread FROM search_state", ct);

    public Task SaveUnreadAsync(DbContext db, long unread, CancellationToken ct) => db.RunAsync("UPDATE search_state SET unread = @unread", ct, ("unread", unread));

    /// <returns>Ids of messages that have all the terms, the newest first.</returns>
    /// <param name="db">Where to look.</param>
    /// <param name="terms">What they must have. At least one clause.</param>
    /// <param name="range">Which ids may be among them.</param>
    /// <param name="most">How many to return at most.</param>
    /// <param name="ct">Ends the search.</param>
    public abstract Task<List<long>> FindAsync(DbContext db, IndexQuery terms, IdRange range, int most, CancellationToken ct);

    /// <summary>Enters messages, in place of what the index knows of them, and remembers of which days they are.</summary>
    public async Task WriteAsync(DbContext db, IReadOnlyList<IndexedMessage> messages, CancellationToken ct)
    {
        await RemoveAsync(db, [.. messages.Select(message => message.Id)], ct);
        await InsertAsync(db, messages, ct);
        foreach (var day in messages.GroupBy(message => message.Day))
            await db.RunAsync("""
                INSERT INTO search_days (day, first, last) VALUES (@day, @first, @last) ON CONFLICT (day) DO UPDATE SET
                first = CASE WHEN excluded.first < search_days.first THEN excluded.first ELSE search_days.first END,
                last = CASE WHEN excluded.last > search_days.last THEN excluded.last ELSE search_days.last END
                """, ct, ("day", day.Key), ("first", day.Min(message => message.Id)), ("last", day.Max(message => message.Id)));
    }

    public abstract Task RemoveAsync(DbContext db, IReadOnlyList<long> ids, CancellationToken ct);

    /// <summary>Narrows ids down to those of the messages that may have been posted between two moments. Clocks may have been wrong.</summary>
    public async Task<IdRange> BetweenAsync(DbContext db, IdRange range, long? since, long? until, CancellationToken ct)
    {
        if (since is { } from)
            range = range with { From = Math.Max(range.From, await db.NumberAsync("SELECT min(first) FROM search_days WHERE day >= @day", ct, ("day", IndexedMessage.DayOf(from))) ?? long.MaxValue) };
        if (until is { } to)
            range = range with { Before = Math.Min(range.Before, await db.NumberAsync("SELECT max(last) + 1 FROM search_days WHERE day <= @day", ct, ("day", IndexedMessage.DayOf(to))) ?? 0) };
        return range;
    }

    /// <returns>How many messages were taken out whose words are still on disk.</returns>
    public async Task<long> RemovedAsync(DbContext db, CancellationToken ct) => await db.NumberAsync("SELECT removed FROM search_state", ct) ?? 0;

    /// <summary>Takes a short step of overwriting the words of messages that were taken out, inside a transaction.</summary>
    /// <returns>Whether there is more of it.</returns>
    public virtual Task<bool> ForgetStepAsync(DbContext db, bool isFirst, CancellationToken ct) => Task.FromResult(false);

    /// <summary>Ends what the steps have begun, outside a transaction.</summary>
    /// <returns>False if something is in the way just now.</returns>
    public virtual Task<bool> TryFinishForgettingAsync(DbContext db, CancellationToken ct) => Task.FromResult(true);

    /// <summary>Lets the database use again what the last change has freed, outside a transaction.</summary>
    public virtual Task TidyAsync(DbContext db, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Remembers that so many of those that were taken out are forgotten.</summary>
    public Task SaveForgottenAsync(DbContext db, long count, CancellationToken ct) =>
        db.RunAsync("UPDATE search_state SET removed = removed - @count", ct, ("count", count));

    protected abstract Task CreateAsync(DbContext db, CancellationToken ct);

    protected abstract Task InsertAsync(DbContext db, IReadOnlyList<IndexedMessage> messages, CancellationToken ct);
}

/// <summary>Ids from one on and before another.</summary>
public readonly record struct IdRange(long From, long Before)
{
    public bool IsEmpty => From >= Before;
}

/// <summary>A message as the index keeps it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PostedAt">Unix milliseconds.</param>
/// <param name="Terms">Its terms, without doubles.</param>
public sealed record IndexedMessage(long Id, long PostedAt, IReadOnlyCollection<string> Terms)
{
    private const long Milliseconds = 24 * 60 * 60 * 1000;

    internal long Day => DayOf(PostedAt);

    internal static long DayOf(long at) => at / Milliseconds;
}
