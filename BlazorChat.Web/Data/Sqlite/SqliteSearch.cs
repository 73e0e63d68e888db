using BlazorChat.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Data.Sqlite;

/// <summary>
/// Full-text search of SQLite (FTS5) with our own terms: it keeps which messages have a term, and nothing else. It walks along the
/// messages of a term from the newest on, so a common word costs no more than a rare one.
/// </summary>
internal sealed class SqliteSearch : SearchIndex
{
    // The tokenizer only has to take the terms apart again: a term has no ASCII characters but letters, digits and these two.
    protected override Task CreateAsync(DbContext db, CancellationToken ct) => RunAsync(db, """
        CREATE VIRTUAL TABLE message_search USING fts5(
            terms, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '-_'")
        """, ct);

    public override Task<List<long>> FindAsync(DbContext db, IndexQuery terms, IdRange range, int most, CancellationToken ct) => NumbersAsync(
        db, "SELECT rowid FROM message_search WHERE message_search MATCH @terms AND rowid >= @from AND rowid < @before ORDER BY rowid DESC LIMIT @most", ct,
        ("terms", Expression(terms)), ("from", range.From), ("before", range.Before), ("most", most));

    public override async Task RemoveAsync(DbContext db, IReadOnlyList<long> ids, CancellationToken ct)
    {
        await using var delete = await CommandAsync(db, "DELETE FROM message_search WHERE rowid = @id", ct, ("id", 0L));
        foreach (var id in ids)
        {
            delete.Parameters[0].Value = id;
            await delete.ExecuteNonQueryAsync(ct);
        }
    }

    protected override async Task InsertAsync(DbContext db, IReadOnlyList<IndexedMessage> messages, CancellationToken ct)
    {
        await using var insert = await CommandAsync(db, "INSERT INTO message_search (rowid, terms) VALUES (@id, @terms)", ct, ("id", 0L), ("terms", ""));
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
