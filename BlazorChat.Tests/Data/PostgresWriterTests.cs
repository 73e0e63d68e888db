using BlazorChat.Core;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BlazorChat.Tests.Data;

/// <summary>What is special about the writer on PostgreSQL: a failing statement loses the whole transaction.</summary>
public sealed class PostgresWriterTests : IAsyncLifetime
{
    private readonly ChatApp app = new([], isOnPostgres: true);

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_post_that_the_database_refuses_fails_alone_and_the_others_are_made_again()
    {
        var log = app.Services.GetRequiredService<LogWriter>();
        var release = new TaskCompletionSource();
        var holding = log.AppendAsync<Done>(async (_, _) =>
        {
            await release.Task;
            return default(Done);
        });
        var before = AppendAsync("before");
        var failing = AppendAsync("U+0000: \0");
        var after = AppendAsync("after");
        release.SetResult();
        await holding;

        await Assert.ThrowsAsync<PostgresException>(() => failing);
        Assert.Equal(await before + 1, await after);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["before", "after"], await db.Log.Where(e => e.Kind == RoomEvents.Changed && e.RoomId == "none").OrderBy(e => e.Position)
            .Select(e => e.Subject).ToListAsync(TestContext.Current.CancellationToken));

        async Task<long> AppendAsync(string subject) => (await log.AppendAsync<long>((append, _) =>
        {
            var position = append.NextPosition;
            append.Log(RoomEvents.Changed, "none", "ada", subject);
            return Task.FromResult<Result<long>>(position);
        })).Value;
    }

    [Fact]
    public async Task The_audit_log_can_be_neither_changed_nor_deleted_nor_emptied()
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        db.Audit.Add(new AuditEntry { Action = "room.archive", ActorId = "ada", ActorName = "ada" });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        foreach (var sql in (string[])["UPDATE audit SET \"Action\" = 'nothing'", "DELETE FROM audit", "TRUNCATE audit"])
            Assert.Contains("cannot be changed", (await Assert.ThrowsAsync<PostgresException>(
                () => db.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
        Assert.Equal(1, await db.Audit.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nodes_that_start_together_make_one_schema_and_one_set_of_keys()
    {
        await using var first = new ChatApp([], isOnPostgres: true);
        await TestDatabase.OnPostgresAsync(Path.GetFileName(first.Data));
        await using var beside = new NodeApp(first);
        await using var another = new NodeApp(first);
        await Task.WhenAll(((ChatApp[])[first, beside, another]).Select(node => Task.Run(() => node.InitializeAsync().AsTask(), TestContext.Current.CancellationToken)));
        await using var db = await first.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

        Assert.Single(await db.DataProtectionKeys.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Single(await db.LogState.ToListAsync(TestContext.Current.CancellationToken));
    }
}
