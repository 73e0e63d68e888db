using BlazorChat.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Data.Postgres;

/// <summary>
/// Full-text search of PostgreSQL with our own terms. A GIN index has no order: of a common word it would read all messages to find
/// the newest. So some of the newest messages are read first, one by one. Where they have the word again and again it is common, and
/// reading goes on like that; a rare word is asked of the index.
/// </summary>
internal sealed class PostgresSearch : SearchIndex
{
    private const int Sample = 256;
    private const int CommonInSample = 2;
    private const int MostOneByOne = 3000;
    private const int NarrowRange = 50_000;

    // Without the list of what is not in the index yet, which each search would have to read.
    protected override Task CreateAsync(DbContext db, CancellationToken ct) => RunAsync(db, """
        CREATE TABLE message_search (id bigint PRIMARY KEY, terms tsvector NOT NULL);
        CREATE INDEX message_search_terms ON message_search USING gin (terms) WITH (fastupdate = off)
        """, ct);

    public override async Task<List<long>> FindAsync(DbContext db, IndexQuery terms, IdRange range, int most, CancellationToken ct)
    {
        // Compiling a query takes PostgreSQL longer than running it. The driver takes this back when the connection returns to its pool.
        await RunAsync(db, "SET jit = off", ct);
        (string, object)[] values = [("terms", Expression(terms)), ("from", range.From), ("before", range.Before), ("most", most)];
        var newest = await AmongNewestAsync(db, Sample, values, ct);
        if (newest.Count is >= CommonInSample && newest.Count < most)
            newest = await AmongNewestAsync(db, MostOneByOne, values, ct);
        if (newest.Count == most)
            return newest;
        // A sum keeps the key out of it: a wide range of it would all be read for a bitmap of its own, and its order one by one as well.
        var key = range.Before - range.From <= NarrowRange ? "id" : "id + 0";
        return await NumbersAsync(db, $"""
            SELECT id FROM message_search WHERE terms @@ @terms::tsquery AND {key} >= @from AND {key} < @before ORDER BY id + 0 DESC LIMIT @most
            """, ct, values);
    }

    private static Task<List<long>> AmongNewestAsync(DbContext db, int count, (string, object)[] values, CancellationToken ct) => NumbersAsync(db, $"""
        SELECT id FROM (SELECT id, terms FROM message_search WHERE id >= @from AND id < @before ORDER BY id DESC LIMIT {count}) AS newest
        WHERE terms @@ @terms::tsquery ORDER BY id DESC LIMIT @most
        """, ct, values);

    public override Task RemoveAsync(DbContext db, IReadOnlyList<long> ids, CancellationToken ct) =>
        RunAsync(db, "DELETE FROM message_search WHERE id = ANY (@ids)", ct, ("ids", ids.ToArray()));

    protected override Task InsertAsync(DbContext db, IReadOnlyList<IndexedMessage> messages, CancellationToken ct) => RunAsync(db, """
        INSERT INTO message_search (id, terms) SELECT id, array_to_tsvector(string_to_array(terms, ' ')) FROM unnest(@ids, @terms) AS message (id, terms)
        """, ct, ("ids", messages.Select(message => message.Id).ToArray()), ("terms", messages.Select(message => string.Join(' ', message.Terms)).ToArray()));

    private static string Expression(IndexQuery query)
    {
        var all = string.Join(" & ", query.All.Select(any => $"({string.Join(" | ", any.Select(Quoted))})"));
        return query.None.Count == 0 ? all : $"{all} & !({string.Join(" | ", query.None.Select(Quoted))})";
    }

    private static string Quoted(IndexTerm term) => $"'{term.Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'{(term.IsPrefix ? ":*" : "")}";
}
