using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using MimeKit;

namespace BlazorChat.Tests.Support;

/// <summary>As much of a mail server as a mail needs (RFC 5321), which keeps what it gets.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Channel<MimeMessage> received = Channel.CreateUnbounded<MimeMessage>();
    private readonly Task serving;

    public MailServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>What it answers to a command in place of "250 fine"; null: that.</summary>
    public Func<string, string?> Answers { get; init; } = _ => null;

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async Task<MimeMessage> NextAsync()
    {
        using var patience = Patience.Begin();
        return await received.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Whether nothing came that was not taken.</summary>
    public bool IsEmpty => received.Reader.Count == 0;

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        listener.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync();
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (IOException)
            {
                // A client that does not like what it offers hangs up.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 mail.test");
        while (await reader.ReadLineAsync() is { } line)
        {
            var command = line.Split(' ')[0].ToUpperInvariant();
            var answer = Answers(line);
            if (command == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                await received.Writer.WriteAsync(await ReadAsync(reader));
            }
            await writer.WriteLineAsync(answer ?? (command == "QUIT" ? "221 bye" : "250 fine"));
            if (command == "QUIT")
                return;
        }
    }

    private static async Task<MimeMessage> ReadAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(mail.ToString())));
    }
}
