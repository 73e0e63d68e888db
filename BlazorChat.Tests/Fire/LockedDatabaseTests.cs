using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace BlazorChat.Tests.Fire;

/// <summary>Another program, an administrator's tool perhaps, locks the database file for itself.</summary>
[Collection(UnderFire.Name)]
public sealed class LockedDatabaseTests : IAsyncLifetime
{
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AnsweredWithin = TimeSpan.FromSeconds(7);

    // Less than a wait for the lock takes, more than a busy machine needs.
    private static readonly TimeSpan ReadWithin = TimeSpan.FromSeconds(4);

    private readonly ChatApp app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Posts_are_refused_in_time_reads_go_on_and_afterwards_posts_succeed_by_themselves()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await ada.SayAsync(room, "Before");
        await using var stream = await ada.OpenStreamAsync(room);
        List<Task<Post>> posts = [];
        await using (await LockAsync())
        {
            using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
            for (var since = Stopwatch.StartNew(); since.Elapsed < Held;)
            {
                posts.Add(PostAsync(ada, room, $"{posts.Count}"));
                await AssertReadsGoOnAsync(ada, room);
                await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            }
            var refused = posts.Where(post => post.IsCompleted).Select(post => post.Result).ToList();
            Assert.NotEmpty(refused);
            Assert.All(refused, post => Assert.Equal((503, "1"), (post.Answer.Status, post.Answer.Header("Retry-After"))));
        }
        var answered = await Task.WhenAll(posts);
        await ada.SayAsync(room, "After");

        Assert.All(answered, post => Assert.True(post.Took < Machine.Within(AnsweredWithin), $"{post.Text}: {post.Answer.Status} after {post.Took}"));
        Assert.All(answered, post => Assert.Contains(post.Answer.Status, new[] { 201, 503 }));
        var stored = await ada.HistoryAsync(room, "limit=200");
        Assert.Equal(
            [.. answered.Where(post => post.Answer.Status == 201).Select(post => post.Text).Order(), "After", "Before"],
            stored.Texts.Order());
        Assert.Equal(stored.Messages.Skip(1).Select(m => m.Id), (await stream.UntilMessageAsync("After"))
            .Where(e => e.Name == "message").Select(e => e["id"].GetString()));
        await AssertNoHolesAsync();
    }

    [Fact]
    public async Task A_retry_of_what_was_refused_is_posted_once()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await using (await LockAsync())
            Assert.Equal(503, (await ada.TrySayAsync(room, "Hello", clientId: "once")).Status);

        Assert.Equal(201, (await ada.TrySayAsync(room, "Hello", clientId: "once")).Status);

        Assert.Equal(["Hello"], (await ada.HistoryAsync(room)).Texts);
    }

    private async Task<SqliteConnection> LockAsync()
    {
        var other = new SqliteConnection($"Data Source={Path.Combine(app.Data, "chat.db")};Pooling=False");
        await other.OpenAsync();
        await ExecuteAsync(other, "BEGIN EXCLUSIVE");
        return other;
    }

    private static async Task<Post> PostAsync(ChatClient author, string room, string text)
    {
        var since = Stopwatch.StartNew();
        return new Post(text, await author.TrySayAsync(room, text, clientId: text), since.Elapsed);
    }

    private async Task AssertReadsGoOnAsync(ChatClient reader, string room)
    {
        var since = Stopwatch.StartNew();
        Assert.Contains("Before", (await reader.HistoryAsync(room, "limit=200")).Texts);
        Assert.Equal(200, (await app.Anonymous.GetAsync("/health/live")).Status);
        Assert.Equal(200, (await app.Anonymous.GetAsync("/health/ready")).Status);
        Assert.True(since.Elapsed < ReadWithin, $"Reading took {since.Elapsed}");
    }

    private async Task AssertNoHolesAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(app.Data, "chat.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var counted = await ExecuteAsync(connection, "SELECT count(*) || ' ' || max(Position) || ' ' || (SELECT Head FROM log_state) FROM log");
        Assert.Single(((string)counted!).Split(' ').Distinct());
    }

    private static async Task<object?> ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    private sealed record Post(string Text, Reply Answer, TimeSpan Took);
}
