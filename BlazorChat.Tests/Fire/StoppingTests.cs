using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;

namespace BlazorChat.Tests.Fire;

[Collection(UnderFire.Name)]
public sealed class StoppingTests
{
    private const int Streams = 200;
    private const int Posts = 20;

    [Fact]
    public async Task Told_to_stop_it_is_no_longer_ready_ends_its_streams_answers_the_posts_in_flight_and_exits()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        var ada = await server.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        using var prober = await BeginToAskWhetherReadyAsync(server);
        var streams = await Task.WhenAll(Enumerable.Range(0, Streams).Select(_ => ada.OpenStreamAsync(room)));
        var locked = await LockAsync(server);
        var posts = Enumerable.Range(0, Posts).Select(i => ada.TrySayAsync(room, $"In flight {i}")).ToList();
        // Asked after the posts and answered: they have arrived, and the locked database keeps them waiting.
        for (var i = 0; i < Posts; i++)
            Assert.Equal(200, (await ada.GetAsync("/auth/me")).Status);
        Assert.DoesNotContain(posts, post => post.IsCompleted);

        await server.TellToStopAsync();
        var ending = streams.Select(stream => stream.ToEndAsync()).ToList();
        await Task.WhenAny(ending); // it is stopping
        var readiness = await FinishAskingAsync(prober);
        await locked.DisposeAsync();
        // Streams that it had to break off in the end would throw.
        await Task.WhenAll(ending);
        var answers = await Task.WhenAll(posts);
        var exitCode = await server.ToExitAsync();

        Assert.StartsWith("HTTP/1.1 503 ", readiness, StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Equal(201, answer.Status));
        Assert.Equal(0, exitCode);
        await server.StartAsync();
        var again = await server.ShowingAsync(ada.AccessToken);
        Assert.Equal(
            answers.Select(answer => answer.Message().Id).Order(), (await again.HistoryAsync(room)).Messages.Select(m => m.Id).Order());
        foreach (var stream in streams)
            await stream.DisposeAsync();
    }

    private static async Task<SqliteConnection> LockAsync(ServerProcess server)
    {
        var other = new SqliteConnection($"Data Source={Path.Combine(server.Data, "chat.db")};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        await command.ExecuteNonQueryAsync();
        return other;
    }

    // New connections are refused once it stops: what is asked then was begun before.
    private static async Task<NetworkStream> BeginToAskWhetherReadyAsync(ServerProcess server)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.Address.Host, server.Address.Port);
        var stream = new NetworkStream(socket, ownsSocket: true);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /health/ready HTTP/1.1\r\nHost: {server.Address.Authority}\r\n"));
        return stream;
    }

    private static async Task<string?> FinishAskingAsync(NetworkStream stream)
    {
        await stream.WriteAsync("\r\n"u8.ToArray());
        using var lines = new StreamReader(stream);
        return await lines.ReadLineAsync();
    }
}
