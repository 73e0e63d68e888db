using BlazorChat.Load.Client;

namespace BlazorChat.Load.Ledger;

/// <summary>
/// Reads on and on, comes back with its cursor at the next node when the line breaks, and notes all that it was told. Half
/// of the readers also leave a line on which nothing comes.
/// </summary>
internal sealed class LedgerReader(LoadAccount account, string room, LedgerChat chat, int number)
{
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromMilliseconds(200);

    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? cursor;
    private int attempts;

    public Task Opened => opened.Task;

    public List<string> Told { get; } = [];

    /// <summary>How often the stream said that the cursor was of no use.</summary>
    public int Resets { get; private set; }

    /// <summary>Why it had to stop reading; null: it had not.</summary>
    public string? Refused { get; private set; }

    /// <summary>Reads until the last of all messages has come.</summary>
    public async Task ReadUntilAsync(string last, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (await HearsAsync(last, ct))
                    return;
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
            {
                await Task.Delay(BeforeRetry, ct);
            }
            catch (LoadException refusal)
            {
                Refused = refusal.Message;
                return;
            }
        }
    }

    /// <returns>False if the line ended before the last message had come.</returns>
    private async Task<bool> HearsAsync(string last, CancellationToken ct)
    {
        using var line = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var silence = number % 2 == 0 ? chat.Patience : Timeout.InfiniteTimeSpan;
        line.CancelAfter(silence);
        var node = chat.Addresses[(number + attempts++) % chat.Addresses.Count];
        await foreach (var heard in MessageStream.ReadAsync(account.Http, node, room, cursor, line.Token))
        {
            line.CancelAfter(silence);
            cursor = heard.Cursor ?? cursor;
            opened.TrySetResult();
            Resets += heard.Name == "reset" ? 1 : 0;
            if (heard.Text is null)
                continue;
            Told.Add(heard.Text);
            if (heard.Text == last)
                return true;
        }
        return false;
    }
}
