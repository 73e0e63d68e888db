using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using BlazorChat.Load.Client;

namespace BlazorChat.Load;

/// <summary>Posts messages that say when they were sent: at a rate, however long the answers take, or as fast as they come.</summary>
internal sealed class Poster(LoadOptions options, string room, Latencies latencies)
{
    private int taken;
    private int posted;
    private int refused;

    public int Posted => posted;

    public int Refused => refused;

    public Task PostAllAsync(IReadOnlyList<LoadAccount> accounts, CancellationToken ct) =>
        options.Rate > 0 ? PostPacedAsync(accounts, ct) : PostAtFullSpeedAsync(accounts, ct);

    private async Task PostPacedAsync(IReadOnlyList<LoadAccount> accounts, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        List<Task> underWay = [];
        for (var n = 0; n < options.Messages; n++)
        {
            var due = TimeSpan.FromSeconds(n / options.Rate) - Stopwatch.GetElapsedTime(started);
            if (due > TimeSpan.Zero)
                await Task.Delay(due, ct);
            underWay.Add(PostAsync(accounts[n % accounts.Count], ct));
        }
        await Task.WhenAll(underWay);
    }

    private Task PostAtFullSpeedAsync(IReadOnlyList<LoadAccount> accounts, CancellationToken ct) =>
        Task.WhenAll(Enumerable.Range(0, options.Posters).Select(async poster =>
        {
            while (Interlocked.Increment(ref taken) <= options.Messages)
                await PostAsync(accounts[poster % accounts.Count], ct);
        }));

    private async Task PostAsync(LoadAccount account, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var text = string.Create(CultureInfo.InvariantCulture, $"{started} {account.Name} ").PadRight(options.Size, '.');
        using var answer = await account.Http.PostAsJsonAsync("/chat/messages", new { room_id = room, message = text }, ct);
        if (answer.StatusCode == HttpStatusCode.Created)
        {
            Interlocked.Increment(ref posted);
            latencies.Add(started);
        }
        else
        {
            Interlocked.Increment(ref refused);
        }
    }
}
