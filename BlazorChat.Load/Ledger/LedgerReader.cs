using BlazorChat.Load.Client;

namespace BlazorChat.Load.Ledger;

/// <summary>Reads on and on, comes back with its cursor whenever the line breaks, and notes all that it was told.</summary>
internal sealed class LedgerReader(LoadAccount account, string room)
{
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromMilliseconds(200);

    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? cursor;

    public Task Opened => opened.Task;

    public List<string> Told { get; } = [];

    /// <summary>How often the stream said that the cursor was of no use.</summary>
    public int Resets { get; private set; }

    /// <summary>Reads until the last of all messages has come.</summary>
    public async Task ReadUntilAsync(string last, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await foreach (var heard in MessageStream.ReadAsync(account.Http, room, cursor, ct))
                {
                    cursor = heard.Cursor ?? cursor;
                    opened.TrySetResult();
                    Resets += heard.Name == "reset" ? 1 : 0;
                    if (heard.Text is null)
                        continue;
                    Told.Add(heard.Text);
                    if (heard.Text == last)
                        return;
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException)
            {
                await Task.Delay(BeforeRetry, ct);
            }
        }
    }
}
