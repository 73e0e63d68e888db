using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using BlazorChat.Load.Client;

namespace BlazorChat.Load.Ledger;

/// <summary>
/// Writes on and on, and notes of every message what was promised: a 201, or nothing. Half of the writers send again
/// what got no answer, under the same <c>client_id</c>; the others leave it at that.
/// </summary>
internal sealed class LedgerWriter(LoadAccount account, string room, bool sendsAgain)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>By what was written: whether it was promised to be there.</summary>
    public ConcurrentDictionary<string, bool> Promised { get; } = new();

    public async Task WriteAsync(CancellationToken stop)
    {
        for (var n = 1; !stop.IsCancellationRequested; n++)
        {
            var text = $"{account.Name} {n}";
            Promised[text] = false;
            while (!(Promised[text] = await PostAsync(text)) && sendsAgain)
                await Task.Delay(Pause, CancellationToken.None);
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private async Task<bool> PostAsync(string text)
    {
        try
        {
            using var answer = await account.Http.PostAsJsonAsync(
                "/chat/messages", new { room_id = room, message = text, client_id = text }, CancellationToken.None);
            return answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
