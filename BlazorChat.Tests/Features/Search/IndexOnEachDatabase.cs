using BlazorChat.Core.Search;
using BlazorChat.Tests.Core.Search.Segments;
using BlazorChat.Web.Data;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Search;

/// <summary>Whatever is written and taken out, in whatever batches, the index of each database finds what a plain list does.</summary>
public abstract class IndexOnEachDatabase(ChatApp app)
{
    // Far from the messages of the chat itself.
    private const long Apart = 1_000_000;

    // Small batches, so that segments are merged several times over.
    private static readonly Gen<(Dictionary<long, string[]> Written, long[] Removed)> steps =
        Gen.Select(AnyTerms.Messages, Gen.Long[1, 60].Array[0, 2]).Select((written, removed) => (written, removed));

    private long begun;

    [Fact]
    public Task What_is_found_is_what_a_plain_list_finds() => Gen.Select(steps.Array[1, 60], SegmentQueryTests.Queries.Array[10], Gen.Int[1, 12]).SampleAsync(
        async (history, queries, most) =>
        {
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
            var start = Apart * ++begun;
            Dictionary<long, string[]> list = [];
            foreach (var (written, removed) in history)
            {
                await ChangeAsync(db, start, written, removed);
                foreach (var (id, terms) in written)
                    list[id] = terms;
                foreach (var id in removed)
                    list.Remove(id);
            }
            foreach (var query in queries)
            {
                var expected = list.Where(message => SegmentQueryTests.Matches(query, message.Value)).Select(message => start + message.Key).OrderDescending().ToList();
                Assert.Equal(expected.Take(most), await FindAsync(db, query, new IdRange(start, start + Apart), most));
                Assert.Equal(expected.Where(id => id < start + 40 && id >= start + 7).Take(most), await FindAsync(db, query, new IdRange(start + 7, start + 40), most));
            }
        }, iter: 8, threads: 1);

    private static async Task ChangeAsync(ChatDb db, long start, Dictionary<long, string[]> written, long[] removed)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SearchIndex.WriteAsync(db, [.. written.Select(message => new IndexedMessage(start + message.Key, 0, message.Value))], ct);
        await db.SearchIndex.RemoveAsync(db, [.. removed.Select(id => start + id)], ct);
        await transaction.CommitAsync(ct);
    }

    private static Task<List<long>> FindAsync(ChatDb db, IndexQuery query, IdRange range, int most) =>
        db.SearchIndex.FindAsync(db, query, range, most, TestContext.Current.CancellationToken);
}

public sealed class IndexOnSqliteTests(SqliteApp app) : IndexOnEachDatabase(app), IClassFixture<SqliteApp>;

public sealed class IndexOnPostgresTests(PostgresApp app) : IndexOnEachDatabase(app), IClassFixture<PostgresApp>;
