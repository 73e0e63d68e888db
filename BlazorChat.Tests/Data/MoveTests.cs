using System.Diagnostics;
using System.Reflection;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Data;

/// <summary>A chat that is moved by the program itself, as its operator does it.</summary>
public sealed class MoveTests : IAsyncLifetime
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("blazorchat-move-");

    private string postgres = "";

    public async ValueTask InitializeAsync() => postgres = await TestDatabase.OnPostgresAsync(data.Name);

    public async ValueTask DisposeAsync()
    {
        await TestDatabase.DropAsync(data.Name);
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_chat_goes_on_where_it_was_in_PostgreSQL_and_back_in_SQLite()
    {
        var (seen, before) = await TalkAsync();

        var (there, said) = await MoveAsync(postgres);
        var onPostgres = await ReadAsync(seen, isOnPostgres: true);
        var old = Directory.CreateDirectory(Path.Combine(data.FullName, "old")).FullName;
        foreach (var file in data.GetFiles("chat.db*"))
            file.MoveTo(Path.Combine(old, file.Name));
        var (back, _) = await MoveAsync($"Data Source={Path.Combine(data.FullName, "chat.db")}", ("ConnectionStrings__Chat", postgres));
        var onSqlite = await ReadAsync(seen, isOnPostgres: false);

        Assert.Equal((0, 0), (there, back));
        Assert.Contains("messages: 27 rows, SHA-256", said, StringComparison.Ordinal);
        Assert.Contains("thread_follows: 2 rows", said, StringComparison.Ordinal);
        Assert.Contains("answers: 1 rows", said, StringComparison.Ordinal);
        Assert.Contains("saved_messages: 1 rows", said, StringComparison.Ordinal);
        Assert.Equal(before, onPostgres);
        Assert.StartsWith(before.Trim(), onSqlite.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_holds_a_chat_is_left_alone()
    {
        await TalkAsync();
        Assert.Equal(0, (await MoveAsync(postgres)).ExitCode);

        var (code, said) = await MoveAsync(postgres);

        Assert.Equal(1, code);
        Assert.Contains("holds a chat already", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_is_running_is_not_moved()
    {
        await using var app = new ChatApp([], data.FullName, isOnPostgres: false);
        await app.InitializeAsync();

        var (code, said) = await MoveAsync(postgres);

        Assert.Equal(1, code);
        Assert.Contains("in use by a chat that is running", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_of_nodes_that_are_running_is_not_moved_and_nothing_is_moved_to_it()
    {
        await TalkAsync();
        var elsewhere = Directory.CreateTempSubdirectory("blazorchat-move-").FullName;
        await using (var node = new ChatApp([], elsewhere, isOnPostgres: true))
        {
            await node.InitializeAsync();
            var database = ("ConnectionStrings__Chat", await TestDatabase.OnPostgresAsync(Path.GetFileName(elsewhere)));
            await UntilKnownAsync(node);

            var (away, saidAway) = await MoveAsync($"Data Source={Path.Combine(elsewhere, "new.db")}", database);
            var (there, saidThere) = await MoveAsync(database.Item2);

            Assert.Equal((1, 1), (away, there));
            Assert.Contains($"The chat is running ({Environment.MachineName})", saidAway, StringComparison.Ordinal);
            Assert.Contains($"running on the database to move to ({Environment.MachineName})", saidThere, StringComparison.Ordinal);
            await node.Admin.SayAsync("general", "Still here");
        }
        await TestDatabase.DropAsync(Path.GetFileName(elsewhere));
        Directory.Delete(elsewhere, recursive: true);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("postgres://host:port/database")]
    [InlineData("Data Source=")]
    public async Task An_address_that_is_none_is_refused(string address)
    {
        var (code, said) = await MoveAsync(address);

        Assert.Equal(1, code);
        Assert.Contains("--move-to", said, StringComparison.Ordinal);
    }

    // Someone who talked on SQLite, with a token, a cursor and everything that has a table.
    private async Task<(Seen Seen, string History)> TalkAsync()
    {
        await using var app = new ChatApp([], data.FullName, isOnPostgres: false);
        await app.InitializeAsync();
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        string cursor;
        await using (var stream = await ada.OpenStreamAsync(room))
            cursor = stream.LastEventId;
        for (var n = 0; n < 25; n++)
            await (n % 2 == 0 ? ada : grace).SayAsync(room, $"Message {n} @{ada.Username}");
        var greeting = await ada.SayAsync(room, "Grüße 👋");
        await grace.ReactAsync(greeting, "👍");
        Assert.Equal(201, (await grace.PostAsync("/chat/messages", new { room_id = room, message = "In a thread", thread_id = greeting.Id })).Status);
        Assert.Equal(204, (await ada.SendAsync(HttpMethod.Put, $"/chat/messages/{greeting.Id}/save")).Status);
        await ada.BlockAsync(grace);
        return (new Seen(ada.AccessToken, room, cursor), await HistoryAsync(ada, room));
    }

    private static async Task UntilKnownAsync(ChatApp node)
    {
        await using var db = await node.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        using var patience = Patience.Begin();
        while ((await db.RunningNodesAsync(patience.Token)).Count == 0)
            await Task.Yield();
    }

    private async Task<string> ReadAsync(Seen seen, bool isOnPostgres)
    {
        await using var app = new ChatApp([], data.FullName, isOnPostgres);
        await app.InitializeAsync();
        var ada = app.Showing(seen.Token);
        await using (var stream = await ada.OpenStreamAsync(seen.Room, seen.Cursor))
            Assert.Contains("Message 0", (await stream.NextAsync("message")).Data.GetProperty("text").GetString(), StringComparison.Ordinal);
        var history = await HistoryAsync(ada, seen.Room);
        await ada.SayAsync(seen.Room, "And on we talk");
        return history;
    }

    private static async Task<string> HistoryAsync(ChatClient client, string room) =>
        (await client.GetAsync($"/chat/room/{room}/history?limit=100"))["messages"].GetRawText().TrimEnd(']');

    private async Task<(int ExitCode, string Said)> MoveAsync(string address, params (string Name, string Value)[] settings)
    {
        var program = typeof(MoveTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "WebProgram").Value!;
        var start = new ProcessStartInfo("dotnet", [program, "--move-to", address]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Chat__DataDirectory"] = data.FullName;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var move = Process.Start(start)!;
        var (output, error) = (move.StandardOutput.ReadToEndAsync(), move.StandardError.ReadToEndAsync());
        await move.WaitForExitAsync();
        return (move.ExitCode, await output + await error);
    }

    private sealed record Seen(string Token, string Room, string Cursor);
}
