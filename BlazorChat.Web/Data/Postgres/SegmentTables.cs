using System.Data.Common;
using System.Runtime.CompilerServices;
using BlazorChat.Core.Search.Segments;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Data.Postgres;

/// <summary>The tables of the index: its segments, and their blocks.</summary>
internal static class SegmentTables
{
    private const int PageSize = 64;

    // Long values are kept apart from the rows, so that looking for a block reads none of them. Compressing them again gains nothing.
    public static Task CreateAsync(DbContext db, CancellationToken ct) => db.RunAsync("""
        DROP TABLE IF EXISTS search_segments, search_blocks;
        CREATE TABLE search_segments (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, messages bigint NOT NULL, from_id bigint NOT NULL, to_id bigint NOT NULL);
        CREATE TABLE search_blocks (segment bigint, first_term bytea, data bytea NOT NULL, PRIMARY KEY (segment, first_term));
        ALTER TABLE search_blocks ALTER data SET STORAGE EXTERNAL
        """, ct);

    /// <returns>The segments that may have some of these messages, that with the newest message first.</returns>
    public static Task<List<SearchSegment>> WithAsync(DbContext db, IdRange range, CancellationToken ct) => SegmentsAsync(
        db, "WHERE to_id >= @from AND from_id < @before ORDER BY to_id DESC, id", ct, ("from", range.From), ("before", range.Before));

    /// <returns>The segments that may still be merged with others.</returns>
    public static Task<List<SearchSegment>> SmallAsync(DbContext db, CancellationToken ct) =>
        SegmentsAsync(db, "WHERE messages < @most", ct, ("most", SearchSegment.MostToMerge));

    /// <returns>The id of a new segment without blocks.</returns>
    public static async Task<long> AddAsync(DbContext db, long messages, IdRange range, CancellationToken ct) => await db.NumberAsync(
        "INSERT INTO search_segments (messages, from_id, to_id) VALUES (@messages, @from, @to) RETURNING id", ct,
        ("messages", messages), ("from", range.From), ("to", range.Before - 1)) ?? 0;

    public static Task AddAsync(DbContext db, long segment, IReadOnlyList<TermBlock> blocks, CancellationToken ct) =>
        blocks.Count == 0 ? Task.CompletedTask : db.RunAsync(
            "INSERT INTO search_blocks (segment, first_term, data) SELECT @segment, * FROM unnest(@terms, @data)", ct,
            ("segment", segment), ("terms", blocks.Select(block => block.FirstTerm).ToArray()), ("data", blocks.Select(block => block.Data).ToArray()));

    public static Task RemoveAsync(DbContext db, long segment, IEnumerable<TermBlock> blocks, CancellationToken ct) => db.RunAsync(
        "DELETE FROM search_blocks WHERE segment = @segment AND first_term = ANY (@terms)", ct,
        ("segment", segment), ("terms", blocks.Select(block => block.FirstTerm).ToArray()));

    public static Task RemoveAsync(DbContext db, long[] segments, CancellationToken ct) => db.RunAsync(
        "DELETE FROM search_blocks WHERE segment = ANY (@segments); DELETE FROM search_segments WHERE id = ANY (@segments)", ct, ("segments", segments));

    public static Task TakeMessagesAsync(DbContext db, long segment, long count, CancellationToken ct) => db.RunAsync(
        "UPDATE search_segments SET messages = messages - @count WHERE id = @segment; DELETE FROM search_segments WHERE messages <= 0", ct,
        ("count", count), ("segment", segment));

    /// <returns>Of each segment the blocks that may have the terms, each once: those that begin with one of them or between two of a range, and the last one before.</returns>
    public static async Task<ILookup<long, byte[]>> FindAsync(
        DbContext db, IEnumerable<SearchSegment> segments, IReadOnlyList<(byte[] First, byte[] Last)> terms, CancellationToken ct)
    {
        var rows = await db.RowsAsync("""
            SELECT found.segment, block.data
            FROM (
                SELECT DISTINCT segment.id AS segment, each.first_term
                FROM unnest(@segments) AS segment (id) CROSS JOIN unnest(@firsts, @lasts) AS term (first, last) CROSS JOIN LATERAL (
                    (SELECT first_term FROM search_blocks WHERE segment = segment.id AND first_term <= term.first ORDER BY first_term DESC LIMIT 1)
                    UNION ALL
                    SELECT first_term FROM search_blocks WHERE segment = segment.id AND first_term > term.first AND first_term <= term.last
                ) AS each
            ) AS found
            CROSS JOIN LATERAL (SELECT data FROM search_blocks WHERE segment = found.segment AND first_term = found.first_term LIMIT 1) AS block
            """, row => (Segment: row.GetInt64(0), Data: row.GetFieldValue<byte[]>(1)), ct,
            ("segments", segments.Select(segment => segment.Id).ToArray()), ("firsts", terms.Select(term => term.First).ToArray()), ("lasts", terms.Select(term => term.Last).ToArray()));
        return rows.ToLookup(row => row.Segment, row => row.Data);
    }

    /// <summary>Reads all blocks of segments in the order of their terms, some at a time. They may be changed meanwhile, inside the same transaction.</summary>
    public static async IAsyncEnumerable<List<TermBlock>> PagesAsync(DbContext db, long[] segments, [EnumeratorCancellation] CancellationToken ct)
    {
        await db.RunAsync("""
            DECLARE blocks NO SCROLL CURSOR FOR SELECT first_term, data FROM search_blocks WHERE segment = ANY (@segments) ORDER BY first_term
            """, ct, ("segments", segments));
        while (await db.RowsAsync($"FETCH {PageSize} FROM blocks", row => new TermBlock(row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1)), ct) is { Count: > 0 } page)
            yield return page;
        await db.RunAsync("CLOSE blocks", ct);
    }

    private static Task<List<SearchSegment>> SegmentsAsync(DbContext db, string where, CancellationToken ct, params (string, object)[] values) => db.RowsAsync(
        $"SELECT id, messages, from_id, to_id FROM search_segments {where}",
        row => new SearchSegment(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)), ct, values);
}
