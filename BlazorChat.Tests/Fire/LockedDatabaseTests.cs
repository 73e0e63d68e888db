using Microsoft.Data.Sqlite;

namespace BlazorChat.Tests.Fire;

/// <summary>Another program, an administrator's tool perhaps, locks the database file for itself.</summary>
public sealed class LockedDatabaseTests : IAsyncLifetime
{
    private const int Refused = 3;

    private readonly ChatApp app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Meanwhile_posts_are_refused_and_reads_go_on_and_afterwards_posts_succeed_by_themselves()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await ada.SayAsync(room, "Before");
        await using var stream = await ada.OpenStreamAsync(room);
        List<(string Text, Task<Reply> Answer)> posts = [];
        await using (await LockAsync())
        {
            // The lock is held until this is done: none of it can have waited for it.
            using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
            while (posts.Count(post => post.Answer.IsCompleted) < Refused)
            {
                posts.Add(($"{posts.Count}", ada.TrySayAsync(room, $"{posts.Count}")));
                await AssertReadsGoOnAsync(ada, room);
                await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            }
            Assert.Equal(503, (await app.Anonymous.GetAsync("/health/ready")).Status);
            Assert.All(await Task.WhenAll(posts.Select(post => post.Answer).Where(answer => answer.IsCompleted)),
                refused => Assert.Equal((503, "1"), (refused.Status, refused.Header("Retry-After"))));
        }
        var answers = await Task.WhenAll(posts.Select(post => post.Answer));
        await ada.SayAsync(room, "After");
        Assert.Equal(200, (await app.Anonymous.GetAsync("/health/ready")).Status);

        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { 201, 503 }));
        var stored = await ada.HistoryAsync(room, "limit=200");
        Assert.Equal(
            posts.Where(post => post.Answer.Result.Status == 201).Select(post => post.Text).Concat(["After", "Before"]).Order(),
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

    private async Task AssertReadsGoOnAsync(ChatClient reader, string room)
    {
        Assert.Contains("Before", (await reader.HistoryAsync(room, "limit=200")).Texts);
        Assert.Equal(200, (await app.Anonymous.GetAsync("/health/live")).Status);
        // What it says depends on whether a commit was tried yet; that it says something does not.
        Assert.Contains((await app.Anonymous.GetAsync("/health/ready")).Status, new[] { 200, 503 });
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
}
