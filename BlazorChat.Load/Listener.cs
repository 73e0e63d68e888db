using System.Globalization;
using BlazorChat.Load.Client;

namespace BlazorChat.Load;

/// <summary>One open stream that comes back with its cursor when the line ends, and whether it got every message once and in order.</summary>
internal sealed class Listener(LoadAccount account, Uri node, string room, Latencies latencies)
{
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromMilliseconds(200);

    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? cursor;
    private long last;

    /// <summary>Completes once the stream is ready for messages.</summary>
    public Task Opened => opened.Task;

    public long Received { get; private set; }

    public long Missing { get; private set; }

    public long Doubled { get; private set; }

    /// <summary>How often it came back because the line had ended.</summary>
    public int Returns { get; private set; }

    /// <summary>Stands for all that was received, in its order.</summary>
    public long Order { get; private set; }

    /// <summary>Reads until so many messages have come. A stream that cannot be opened at first is not tried again.</summary>
    public async Task ListenAsync(long expected, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                if (await HearsAsync(expected, ct))
                    return;
            }
            catch (Exception failure) when (opened.TrySetException(failure))
            {
                return;
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException)
            {
                await Task.Delay(BeforeRetry, ct);
            }
            Returns++;
        }
    }

    /// <returns>False if the line ended before all had come.</returns>
    private async Task<bool> HearsAsync(long expected, CancellationToken ct)
    {
        await foreach (var heard in MessageStream.ReadAsync(account.Http, node, room, cursor, ct))
        {
            cursor = heard.Cursor ?? cursor;
            if (heard.Name == "ready")
                opened.TrySetResult();
            if (heard.Text is null)
                continue;
            Count(heard);
            if (Received + Missing >= expected)
                return true;
        }
        return false;
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
