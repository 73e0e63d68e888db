using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace BlazorChat.Tests.Fire;

/// <summary>A reader at the level of its socket: one that stops reading, or vanishes from the network.</summary>
public sealed partial class RawReader : IDisposable
{
    // https://www.kernel.org/doc/html/latest/networking/filter.html
    private const int SolSocket = 1, AttachFilter = 26, ReturnConstant = 0x06;

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
    private readonly StringBuilder received = new();

    /// <summary>The ids of the messages that came whole.</summary>
    public IReadOnlyList<string> Messages =>
        [.. Frames.Where(frame => frame.Message is not null).Select(frame => frame.Message!)];

    /// <summary>The cursor after what came whole.</summary>
    public string Cursor => Frames.Last(frame => frame.Cursor is not null).Cursor!;

    /// <summary>Everything that came, with the response's head and its chunks.</summary>
    public string Received => received.ToString();

    private IEnumerable<(string? Cursor, string? Message)> Frames
    {
        get
        {
            // Events have no carriage returns: those are the chunks'.
            var text = ChunkHead().Replace(received.ToString(), "");
            foreach (var frame in text[..Math.Max(0, text.LastIndexOf("\n\n", StringComparison.Ordinal))].Split("\n\n"))
            {
                var lines = frame.Split('\n');
                var id = lines.FirstOrDefault(line => line.StartsWith("id: ", StringComparison.Ordinal))?[4..];
                var isMessage = id is not null && !lines.Any(line => line.StartsWith("event: ", StringComparison.Ordinal));
                yield return (id, isMessage ? id![(id!.LastIndexOf('-') + 1)..] : null);
            }
        }
    }

    /// <summary>Opens a room's stream and reads its greeting, and nothing more.</summary>
    /// <param name="address">The server's, or a proxy's.</param>
    /// <param name="client">In whose name.</param>
    /// <param name="room">Which room's stream.</param>
    /// <param name="cursor">Where to start; null: now.</param>
    public static async Task<RawReader> OpenAsync(Uri address, ChatClient client, string room, string? cursor = null)
    {
        var reader = new RawReader();
        await reader.socket.ConnectAsync(address.Host, address.Port);
        await reader.socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET /chat/room/{room}/events{(cursor is null ? "" : $"?cursor={cursor}")} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {client.AccessToken}\r\n\r\n"));
        while (!reader.Frames.Any(frame => frame.Cursor is not null))
            Assert.True(await reader.ReceiveAsync(), "The stream ended before its greeting.");
        return reader;
    }

    /// <summary>Reads whatever has come, until the connection ends one way or the other.</summary>
    public async Task ReadToEndAsync()
    {
        try
        {
            while (await ReceiveAsync())
            {
            }
        }
        catch (SocketException)
        {
            // Reset: it was cut off.
        }
    }

    /// <summary>From now on nothing that is sent here arrives, and nothing is acknowledged: a cable is pulled.</summary>
    public void Vanish()
    {
        var drop = Marshal.AllocHGlobal(8);
        try
        {
            Marshal.WriteInt64(drop, ReturnConstant); // one instruction: keep 0 bytes
            var program = new byte[16];
            BitConverter.TryWriteBytes(program.AsSpan(0), (ushort)1);
            BitConverter.TryWriteBytes(program.AsSpan(8), drop.ToInt64());
            socket.SetRawSocketOption(SolSocket, AttachFilter, program);
        }
        finally
        {
            Marshal.FreeHGlobal(drop);
        }
    }

    public void Dispose() => socket.Dispose();

    [GeneratedRegex(@"\r\n[0-9A-Fa-f]+\r\n")]
    private static partial Regex ChunkHead();

    private async Task<bool> ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        var count = await socket.ReceiveAsync(buffer);
        received.Append(Encoding.UTF8.GetString(buffer, 0, count));
        return count > 0;
    }
}
