using System.Globalization;
using BlazorChat.Load.Client;

namespace BlazorChat.Load;

/// <summary>One open stream, and whether it got every message once and in order.</summary>
internal sealed class Listener(LoadAccount account, Uri node, string room, Latencies latencies)
{
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long last;

    /// <summary>Completes once the stream is ready for messages.</summary>
    public Task Opened => opened.Task;

    public long Received { get; private set; }

    public long Missing { get; private set; }

    public long Doubled { get; private set; }

    /// <summary>Stands for all that was received, in its order.</summary>
    public long Order { get; private set; }

    /// <summary>Reads until so many messages have come.</summary>
    public async Task ListenAsync(long expected, CancellationToken ct)
    {
        try
        {
            await foreach (var heard in MessageStream.ReadAsync(account.Http, node, room, null, ct))
            {
                if (heard.Name == "ready")
                    opened.TrySetResult();
                if (heard.Text is null)
                    continue;
                Count(heard);
                if (Received + Missing >= expected)
                    return;
            }
        }
        catch (Exception failure) when (opened.TrySetException(failure))
        {
        }
    }

    private void Count(Heard heard)
    {
        Received++;
        if (heard.Number > last + 1)
            Missing += heard.Number - last - 1;
        else if (heard.Number <= last)
            Doubled++;
        last = Math.Max(last, heard.Number);
        Order = HashCode.Combine(Order, heard.Text);
        latencies.Add(long.Parse(heard.Text!.AsSpan(0, heard.Text!.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture));
    }
}
