using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Reflection;
using System.Text;
using System.Text.Json;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Tests.Fire;

public sealed class DescriptorTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("blazorchat-");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task More_idle_connections_than_there_are_descriptors_keep_nobody_out()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var run = Start(1024);
        var address = new Uri((await run.SaysAsync("Now listening on")).Split("Now listening on: ")[^1].Trim());
        await run.SaysAsync("Application started");
        using var http = new HttpClient { BaseAddress = address };
        var account = new { username = "ada", password = ChatApp.Password };
        (await http.PostAsJsonAsync("/auth/register", account, ct)).EnsureSuccessStatusCode();
        var token = (await (await http.PostAsJsonAsync("/auth/token", account, ct)).Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("access_token").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var stream = new StreamReader(await http.GetStreamAsync("/chat/events", ct));
        Assert.NotNull(await stream.ReadLineAsync(ct));

        var idle = new List<Socket>();
        try
        {
            for (var i = 0; i < 1100; i++)
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                idle.Add(socket);
                await socket.ConnectAsync(IPAddress.Loopback, address.Port, ct);
            }
            using var another = new HttpClient { BaseAddress = address };
            Assert.Equal(HttpStatusCode.OK, (await another.GetAsync("/health/live", ct)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await another.PostAsJsonAsync("/auth/token", account, ct)).StatusCode);

            await SayAsync("In the crowd");
        }
        finally
        {
            idle.ForEach(socket => socket.Dispose());
        }
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live", ct)).StatusCode);
        await SayAsync("Alone again");

        // The stream that was open before goes on.
        async Task SayAsync(string text)
        {
            (await http.PostAsJsonAsync("/chat/messages", new { room_id = "general", message = text }, ct)).EnsureSuccessStatusCode();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (await stream.ReadLineAsync(patience.Token) is { } line && !line.Contains(text, StringComparison.Ordinal))
                Assert.NotNull(line);
        }
    }

    [Fact]
    public async Task More_half_sent_requests_than_there_are_descriptors_keep_nobody_out()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var run = Start(1024);
        var address = new Uri((await run.SaysAsync("Now listening on")).Split("Now listening on: ")[^1].Trim());
        await run.SaysAsync("Application started");
        var account = new { username = "ada", password = ChatApp.Password };
        using (var http = new HttpClient { BaseAddress = address })
            (await http.PostAsJsonAsync("/auth/register", account, ct)).EnsureSuccessStatusCode();

        var half = new ConcurrentBag<Socket>();
        try
        {
            for (var i = 0; i < 20; i++)
                await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => SendHalfAsync()));
            using var another = new HttpClient { BaseAddress = address };
            Assert.Equal(HttpStatusCode.OK, (await another.GetAsync("/health/live", ct)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await another.PostAsJsonAsync("/auth/token", account, ct)).StatusCode);
        }
        finally
        {
            foreach (var socket in half)
                socket.Dispose();
        }

        // The server is asked to say when it waits for the body: it has let each of them in.
        async Task SendHalfAsync()
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            half.Add(socket);
            await socket.ConnectAsync(IPAddress.Loopback, address.Port, ct);
            await socket.SendAsync(Encoding.ASCII.GetBytes(
                $"POST /auth/token HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n{{\"username\":"), ct);
            var answer = new byte[64];
            Assert.StartsWith("HTTP/1.1 100", Encoding.ASCII.GetString(answer, 0, await socket.ReceiveAsync(answer, ct)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(200)]
    [InlineData(64)]
    public async Task Too_few_descriptors_are_told_in_a_sentence(int limit)
    {
        await using var run = Start(limit);

        var (code, errors, _) = await run.ToEndAsync();

        Assert.Contains("ulimit -n", errors, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Theory]
    [InlineData(1024, 512)]
    [InlineData(4096, 3072)]
    [InlineData(1_048_576, 100_000)]
    public void Connections_stay_below_the_limit(int limit, int connections) =>
        Assert.Equal(connections, Descriptors.ConnectionsFor(limit));

    private ProgramRun Start(int descriptors)
    {
        var program = typeof(ProgramRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "WebProgram").Value!;
        return ProgramRun.Start("sh", ["-c", $"ulimit -n {descriptors} && exec dotnet '{program}' --urls http://127.0.0.1:0 --Chat:DataDirectory={data.FullName}"], []);
    }
}
