using System.Net;
using System.Net.Sockets;

namespace BlazorChat.Tests.Outside;

/// <summary>Answers the questions of this machine about names: at first each leads outside, from the second question on inside.</summary>
internal sealed class ChangingName : IDisposable
{
    private const int Header = 12;
    private const byte TypeA = 1;

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private int asked;

    public ChangingName()
    {
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 53));
        _ = AnswerAsync();
    }

    /// <summary>How often somebody wanted to know an address.</summary>
    public int Asked => asked;

    public void Dispose() => socket.Dispose();

    private async Task AnswerAsync()
    {
        var question = new byte[512];
        while (true)
        {
            var received = await socket.ReceiveFromAsync(question, new IPEndPoint(IPAddress.Any, 0));
            await socket.SendToAsync(AnswerTo(question.AsSpan(0, received.ReceivedBytes)), received.RemoteEndPoint);
        }
    }

    // RFC 1035, 4.1: the question again, and an address that may not be kept. There are none of IPv6.
    private byte[] AnswerTo(ReadOnlySpan<byte> question)
    {
        var end = Header + question[Header..].IndexOf((byte)0) + 5;
        byte[] answer = [.. question[..2], 0x81, 0x80, 0, 1, 0, 0, 0, 0, 0, 0, .. question[Header..end]];
        if (question[end - 3] != TypeA)
            return answer;
        var address = Interlocked.Increment(ref asked) == 1 ? OwnNetwork.Outside : IPAddress.Loopback;
        answer[7] = 1;
        return [.. answer, 0xC0, Header, 0, TypeA, 0, 1, 0, 0, 0, 0, 0, 4, .. address.GetAddressBytes()];
    }
}
