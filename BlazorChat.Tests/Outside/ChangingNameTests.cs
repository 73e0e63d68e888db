using System.Net;
using System.Net.Sockets;
using BlazorChat.Web.Outside;

namespace BlazorChat.Tests.Outside;

/// <summary>The canary again: a name that leads outside when it is checked and inside when it is dialled.</summary>
public sealed class ChangingNameTests
{
    private static readonly OutsideRequest Page = new(["text/html"], 64 * 1024, TakesBeginning: true, TimeSpan.FromSeconds(30));

    [Fact]
    public async Task What_a_name_leads_to_the_second_time_is_never_asked()
    {
        if (!OwnNetwork.IsHere)
        {
            await OwnNetwork.RunAsync(typeof(ChangingNameTests), nameof(What_a_name_leads_to_the_second_time_is_never_asked));
            return;
        }
        using var names = new ChangingName();
        using var outside = new CountedSite(OwnNetwork.Outside, 0);
        using var inside = new CountedSite(IPAddress.Loopback, outside.Port);
        using var client = new OutsideClient([], TimeProvider.System);
        var address = new Uri($"http://changing.example.net:{outside.Port}/");

        Assert.NotNull(await client.GetAsync(address, Page, TestContext.Current.CancellationToken));
        Assert.Equal((1, 1, 0), (names.Asked, outside.Asked, inside.Asked));

        await Assert.ThrowsAnyAsync<Exception>(() => client.GetAsync(address, Page, TestContext.Current.CancellationToken));
        Assert.Equal((2, 1, 0), (names.Asked, outside.Asked, inside.Asked));
    }

    private sealed class CountedSite : IDisposable
    {
        private readonly TcpListener listener;
        private int asked;

        public CountedSite(IPAddress address, int port)
        {
            listener = new TcpListener(address, port);
            listener.Start();
            _ = AnswerAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public int Asked => asked;

        public void Dispose() => listener.Dispose();

        private async Task AnswerAsync()
        {
            while (true)
            {
                using var connection = await listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref asked);
                var stream = connection.GetStream();
                var head = await new StreamReader(stream, leaveOpen: true).ReadLineAsync();
                Assert.StartsWith("GET / ", head, StringComparison.Ordinal);
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"u8.ToArray());
            }
        }
    }
}
