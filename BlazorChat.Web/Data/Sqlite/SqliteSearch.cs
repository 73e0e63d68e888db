using BlazorChat.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Data.Sqlite;

/// <summary>
/// Full-text search of SQLite (FTS5) with our own terms: it keeps which messages have a term, and nothing else. It walks along the
/// messages of a term from the newest on, so a common word costs no more than a rare one.
/// </summary>
internal sealed class SqliteSearch : SearchIndex
{
    private const int PagesInStep = 200;

    protected override int Version => 4;

    // The tokenizer only has to take the terms apart again: a term has no ASCII characters but letters, digits and these two.
    protected override Task CreateAsync(DbContext db, CancellationToken ct) => db.RunAsync("""
        CREATE VIRTUAL TABLE message_search USING fts5(
            terms, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '-_'")
        """, ct);

    public override Task<List<long>> FindAsync(DbContext db, IndexQuery terms, IdRange range, int most, CancellationToken ct) => db.RowsAsync(
        "SELECT rowid FROM message_search WHERE message_search MATCH @terms AND rowid >= @from AND rowid < @before ORDER BY rowid DESC LIMIT @most", row => row.GetInt64(0), ct,
        ("terms", Expression(terms)), ("from", range.From), ("before", range.Before), ("most", most));

    public override async Task RemoveAsync(DbContext db, IReadOnlyList<long> ids, CancellationToken ct)
    {
        await using var delete = await db.CommandAsync("DELETE FROM message_search WHERE rowid = @id", ct, ("id", 0L));
        var removed = 0L;
        foreach (var id in ids)
        {
            delete.Parameters[0].Value = id;
            removed += await delete.ExecuteNonQueryAsync(ct);
        }
        if (removed > 0)
            await db.RunAsync("UPDATE search_state SET removed = removed + @removed", ct, ("removed", removed));
    }

    // Those that were taken out are only marked. Their words go when the parts of the index are merged: all into one, some pages at a time.
    // The first step, with a negative number, says which parts are to be merged. The number of changes tells whether there was anything left.
    public override async Task<bool> ForgetStepAsync(DbContext db, bool isFirst, CancellationToken ct)
    {
        var before = await db.NumberAsync("SELECT total_changes()", ct);
        await db.RunAsync("INSERT INTO message_search (message_search, rank) VALUES ('merge', @pages)", ct, ("pages", isFirst ? -PagesInStep : PagesInStep));
        return await db.NumberAsync("SELECT total_changes()", ct) - before >= 2;
    }

    // What was overwritten in the file is still in its log of changes, the WAL, until that is emptied. Readers that need it are not waited for.
    public override async Task<bool> TryFinishForgettingAsync(DbContext db, CancellationToken ct)
    {
        await db.RunAsync("PRAGMA busy_timeout = 0", ct); // until the connection is opened again
        return await db.NumberAsync("PRAGMA wal_checkpoint(TRUNCATE)", ct) == 0;
    }

    protected override async Task InsertAsync(DbContext db, IReadOnlyList<IndexedMessage> messages, CancellationToken ct)
    {
        await using var insert = await db.CommandAsync("INSERT INTO message_search (rowid, terms) VALUES (@id, @terms)", ct, ("id", 0L), ("terms", ""));
        foreach (var message in messages.OrderBy(message => message.Id))
        {
            (insert.Parameters[0].Value, insert.Parameters[1].Value) = (message.Id, string.Join(' ', message.Terms));
            await insert.ExecuteNonQueryAsync(ct);
        }
    }

    private static string Expression(IndexQuery query)
    {
        var all = string.Join(" AND ", query.All.Select(any => $"({string.Join(" OR ", any.Select(Quoted))})"));
        return query.None.Count == 0 ? all : $"({all}) NOT ({string.Join(" OR ", query.None.Select(Quoted))})";
    }

    private static string Quoted(IndexTerm term) => $"\"{term.Text}\"{(term.IsPrefix ? "*" : "")}";
}
