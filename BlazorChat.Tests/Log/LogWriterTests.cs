using BlazorChat.Core;
using BlazorChat.Core.Live;
using BlazorChat.Tests.Safety;
using BlazorChat.Web.Data;
using BlazorChat.Web.Data.Starting;
using BlazorChat.Web.Data.Sqlite;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Log;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BlazorChat.Tests.Log;

public sealed class LogWriterTests : IAsyncLifetime
{
    private static readonly Refusal No = Refusal.Forbidden("No.");

    private readonly string path = Path.Combine(Path.GetTempPath(), $"blazorchat-{Guid.NewGuid():N}.db");
    private readonly FakeTimeProvider clock = new();
    private IDbContextFactory<ChatDb> databases = null!;
    private LogWriter log = null!;

    public async ValueTask InitializeAsync()
    {
        databases = new AnyDatabase<SqliteDb>(new PooledDbContextFactory<SqliteDb>(new DbContextOptionsBuilder<SqliteDb>()
            .UseSqlite($"Data Source={path}").AddInterceptors(new SqlitePragmas()).Options));
        await using var db = await databases.CreateDbContextAsync();
        await db.Database.EnsureCreatedAsync();
        db.LogState.Add(new LogState());
        await db.SaveChangesAsync();
        log = new LogWriter(databases, new Doorbell(), [], clock, NullLogger<LogWriter>.Instance);
        await log.StartAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        await log.StopAsync(default);
        log.Dispose();
        SqliteConnection.ClearAllPools();
        File.Delete(path);
    }

    [Fact]
    public async Task Positions_have_no_holes_however_many_write_and_fail_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => log.AppendAsync<long>((append, _) =>
        {
            var position = append.NextPosition;
            append.Log(MessageEvents.Posted, "general", "ada", position);
            return Task.FromResult(i % 5 == 0 ? (Result<long>)No : position);
        })));

        var told = answers.Where(answer => answer.Refusal is null).Select(answer => answer.Value).Order();
        Assert.Equal(Enumerable.Range(1, 240).Select(n => (long)n), told);
        Assert.Equal(Enumerable.Range(1, 240).Select(n => (long)n), await PositionsAsync());
    }

    [Fact]
    public async Task While_nothing_waits_whoever_brings_a_change_commits_it_without_waking_a_thread()
    {
        var (caller, writers) = (0, -1);
        Task<Result<long>> answer;
        while (!(answer = BringAsync()).IsCompleted)
        {
            await answer; // the writer was still busy with its start, or with the change before
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Null((await answer).Refusal);
        Assert.Equal(caller, writers);

        Task<Result<long>> BringAsync()
        {
            caller = Environment.CurrentManagedThreadId;
            return log.AppendAsync<long>((append, _) =>
            {
                writers = Environment.CurrentManagedThreadId;
                append.Log(MessageEvents.Posted, "general", "ada", append.NextPosition);
                return Task.FromResult((Result<long>)append.NextPosition);
            });
        }
    }

    [Fact]
    public async Task A_change_keeps_out_of_the_order_of_things_of_the_page_that_brings_it()
    {
        SynchronizationContext? among = new();
        Task<Result<Done>> answer;
        do
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
            answer = log.AppendAsync<Done>((_, _) =>
            {
                among = SynchronizationContext.Current;
                return Task.FromResult((Result<Done>)default(Done));
            });
            Assert.NotNull(SynchronizationContext.Current);
            SynchronizationContext.SetSynchronizationContext(null);
        }
        while (!answer.IsCompleted && await answer is { Refusal: null });

        Assert.Null((await answer).Refusal);
        Assert.Null(among);
    }

    [Fact]
    public async Task Right_after_a_commit_another_thread_commits_so_that_changes_gather_meanwhile()
    {
        await log.AppendAsync<Done>((_, _) => Task.FromResult((Result<Done>)default(Done)));
        using var isMade = new ManualResetEventSlim();
        var writers = -1;

        var answer = log.AppendAsync<Done>((_, _) =>
        {
            writers = Environment.CurrentManagedThreadId;
            isMade.Set();
            return Task.FromResult((Result<Done>)default(Done));
        });

        isMade.Wait(TestContext.Current.CancellationToken);
        Assert.NotEqual(Environment.CurrentManagedThreadId, writers);
        Assert.Null((await answer).Refusal);
    }

    [Fact]
    public async Task What_was_answered_is_committed()
    {
        await AppendAsync("one");

        Assert.Equal(["one"], await SubjectsAsync());
    }

    [Fact]
    public async Task A_refusal_undoes_what_was_done_before_it()
    {
        var refused = await log.AppendAsync<Done>((append, _) =>
        {
            append.Log(RoomEvents.Changed, "general", "ada", "undone");
            return Task.FromResult<Result<Done>>(No);
        });
        await AppendAsync("kept");

        Assert.Equal(No, refused.Refusal);
        Assert.Equal(["kept"], await SubjectsAsync());
        Assert.Equal([1], await PositionsAsync());
    }

    [Fact]
    public async Task A_refusal_also_undoes_what_EF_Core_has_saved()
    {
        var refused = await log.AppendAsync<Done>(async (append, ct) =>
        {
            append.Log(RoomEvents.Changed, "general", "ada", "undone");
            append.Db.Log.Add(new LogEntry { Position = 7, Kind = RoomEvents.Changed, Subject = "saved" });
            await append.Db.SaveChangesAsync(ct);
            return No;
        });
        await AppendAsync("kept");

        Assert.Equal(No, refused.Refusal);
        Assert.Equal(["kept"], await SubjectsAsync());
    }

    [Fact]
    public async Task A_change_that_breaks_a_rule_of_the_database_while_no_other_waits_leaves_nothing()
    {
        await AppendAsync("before");
        var failing = log.AppendAsync<Done>((append, _) =>
        {
            append.Log(RoomEvents.Changed, "general", "ada", "undone");
            append.Db.Log.Add(new LogEntry { Position = 1, Kind = RoomEvents.Changed, Subject = "twice" });
            return Task.FromResult<Result<Done>>(default(Done));
        });

        await Assert.ThrowsAsync<DbUpdateException>(() => failing);
        await AppendAsync("after");
        Assert.Equal(["before", "after"], await SubjectsAsync());
        Assert.Equal([1, 2], await PositionsAsync());
    }

    // The writer gives its connection back then, and the next one gets it from the pool.
    [Fact]
    public async Task A_failure_of_the_database_leaves_no_transaction_behind()
    {
        var failed = await log.AppendAsync<Done>((append, _) =>
        {
            append.Log(RoomEvents.Changed, "general", "ada", "undone");
            throw new OperationCanceledException();
        });
        await AppendAsync("kept");

        Assert.Equal(RefusalReason.Unavailable, failed.Refusal?.Reason);
        Assert.Equal(["kept"], await SubjectsAsync());
    }

    [Fact]
    public async Task A_change_that_throws_fails_alone_and_its_caller_gets_the_bug()
    {
        var (before, failing, after) = await TogetherAsync(
            append => append.Log(RoomEvents.Changed, "general", "ada", "before"),
            append =>
            {
                append.Log(RoomEvents.Changed, "general", "ada", "failing");
                throw new InvalidOperationException("A bug.");
            },
            append => append.Log(RoomEvents.Changed, "general", "ada", "after"));

        await before;
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        await after;
        Assert.Equal(["before", "after"], await SubjectsAsync());
        Assert.Equal([1, 2], await PositionsAsync());
    }

    [Fact]
    public async Task A_change_that_breaks_a_rule_of_the_database_fails_alone()
    {
        var (before, failing, after) = await TogetherAsync(
            append => append.Log(RoomEvents.Changed, "general", "ada", "before"),
            append => append.Db.Log.Add(new LogEntry { Position = 1, Kind = RoomEvents.Changed, Subject = "twice" }),
            append => append.Log(RoomEvents.Changed, "general", "ada", "after"));

        await before;
        await Assert.ThrowsAsync<DbUpdateException>(() => failing);
        await after;
        Assert.Equal(["before", "after"], await SubjectsAsync());
    }

    // As when another part of the chat cannot start: the reason is told, and must not be drowned in others.
    [Fact]
    public async Task One_that_is_given_up_before_it_was_stopped_refuses_what_it_is_at_and_logs_no_failure()
    {
        using var lines = new EveryLine();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(lines));
        var givenUp = new LogWriter(databases, new Doorbell(), [], clock, loggers.CreateLogger<LogWriter>());
        await givenUp.StartAsync(TestContext.Current.CancellationToken);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var change = givenUp.AppendAsync<long>(async (_, ct) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return 1;
        });
        await begun.Task;

        givenUp.Dispose();

        Assert.NotNull((await change.InPatienceAsync()).Refusal);
        await givenUp.ExecuteTask!.ContinueWith(_ => { }, TaskScheduler.Default).InPatienceAsync();
        Assert.Empty(lines.Lines);
    }

    [Fact]
    public async Task Stopping_commits_what_was_accepted_and_accepts_no_more()
    {
        var release = new TaskCompletionSource();
        var first = log.AppendAsync<Done>(async (append, _) =>
        {
            await release.Task;
            append.Log(RoomEvents.Changed, "general", "ada", "first");
            return default(Done);
        });
        var second = AppendAsync("second");

        var stopping = log.StopAsync(TestContext.Current.CancellationToken);
        release.SetResult();
        await stopping;

        Assert.Null((await first).Refusal);
        await second;
        Assert.Equal(["first", "second"], await SubjectsAsync());
        Assert.Equal(RefusalReason.Unavailable, (await log.AppendAsync<Done>((_, _) => throw new InvalidOperationException())).Refusal?.Reason);
    }

    // Holds the writer until all three wait, so that they are committed together.
    private async Task<(Task, Task, Task)> TogetherAsync(params Action<LogAppend>[] changes)
    {
        var release = new TaskCompletionSource();
        var holding = log.AppendAsync<Done>(async (_, _) =>
        {
            await release.Task;
            return No;
        });
        var waiting = changes.Select(change => log.AppendAsync<Done>((append, _) =>
        {
            change(append);
            return Task.FromResult<Result<Done>>(default(Done));
        })).ToArray();
        release.SetResult();
        await holding;
        return (waiting[0], waiting[1], waiting[2]);
    }

    private async Task AppendAsync(string subject) => Assert.Null((await log.AppendAsync<Done>((append, _) =>
    {
        append.Log(RoomEvents.Changed, "general", "ada", subject);
        return Task.FromResult<Result<Done>>(default(Done));
    })).Refusal);

    private async Task<List<string>> SubjectsAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Log.OrderBy(entry => entry.Position).Select(entry => entry.Subject).ToListAsync();
    }

    private async Task<List<long>> PositionsAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        Assert.Equal(await db.Log.MaxAsync(entry => entry.Position), (await db.HeadAsync(default)).Position);
        return await db.Log.Select(entry => entry.Position).Order().ToListAsync();
    }
}
