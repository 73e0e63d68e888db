using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using BlazorChat.Load.Client;

namespace BlazorChat.Load.Ledger;

/// <summary>
/// Writes on and on, and notes of every message what was promised: a 201, or nothing. Half of the writers send again what
/// got no answer, at another node if there is one, under the same <c>client_id</c>; the others leave it at that.
/// </summary>
internal sealed class LedgerWriter(LoadAccount account, string room, LedgerChat chat, bool sendsAgain)
{
    private const int MessagesAtANode = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private int node;
    private int messages;

    // The last answer was none, or one of a node that cannot save or is about to stop.
    private bool isToLeave;

    /// <summary>By what was written: whether it was promised to be there.</summary>
    public ConcurrentDictionary<string, bool> Promised { get; } = new();

    /// <summary>Answers that no harm excuses.</summary>
    public ConcurrentBag<string> Wrong { get; } = [];

    public async Task WriteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var text = NextText();
            if (messages % MessagesAtANode == 0)
                node++;
            do
            {
                await PostAsync(chat.Addresses[node % chat.Addresses.Count], text);
                if (isToLeave)
                    node++;
                await Task.Delay(Pause, CancellationToken.None);
            }
            while (!Promised[text] && sendsAgain);
        }
    }

    /// <summary>Writes one message more at a node.</summary>
    /// <returns>The answer; null: there was none.</returns>
    public Task<HttpStatusCode?> TryAsync(Uri address) => PostAsync(address, NextText());

    /// <summary>Writes something until it is promised.</summary>
    public async Task WriteLastAsync(string text)
    {
        Promised[text] = false;
        while (!Promised[text])
            await PostAsync(chat.Addresses[node++ % chat.Addresses.Count], text);
    }

    private string NextText()
    {
        var text = $"{account.Name} {++messages}";
        Promised[text] = false;
        return text;
    }

    private async Task<HttpStatusCode?> PostAsync(Uri address, string text)
    {
        using var patience = new CancellationTokenSource(chat.Patience);
        isToLeave = true;
        try
        {
            using var answer = await account.Http.PostAsJsonAsync(
                new Uri(address, "/chat/messages"), new { room_id = room, message = text, client_id = text }, patience.Token);
            Promised[text] = answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK;
            if (!Promised[text] && (answer.StatusCode != HttpStatusCode.ServiceUnavailable || answer.Headers.RetryAfter is null))
                Wrong.Add($"\"{text}\" was answered with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(patience.Token)}");
            isToLeave = !Promised[text] || answer.Headers.ConnectionClose == true;
            return answer.StatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }
}
