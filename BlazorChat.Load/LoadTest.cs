using System.Diagnostics;
using BlazorChat.Load.Client;

namespace BlazorChat.Load;

/// <summary>Signs up people, opens streams, posts, and tells what became of it.</summary>
internal static class LoadTest
{
    private static readonly TimeSpan Drains = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Progress = TimeSpan.FromMilliseconds(500);

    /// <returns>0 if every stream got every message once and in the same order.</returns>
    public static async Task<int> RunAsync(LoadOptions options, CancellationToken ct)
    {
        try
        {
            var results = await MeasureAsync(options, ct);
            results.Print(options.AsJson);
            return results.IsFlawless ? 0 : 1;
        }
        catch (Exception failure) when (failure is LoadException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 2;
        }
    }

    private static async Task<LoadResults> MeasureAsync(LoadOptions options, CancellationToken ct)
    {
        var run = Guid.NewGuid().ToString("N")[..6];
        List<LoadAccount> accounts = [];
        for (var n = 0; n < options.People; n++)
        {
            Say(options, $"signing up {n + 1} of {options.People}");
            accounts.Add(await LoadAccount.SignUpAsync(options.Nodes[0], $"load-{run}-{n}", ct));
        }
        var room = await accounts[0].CreateRoomAsync("Load " + run, ct);

        var (delivery, relayed, posting) = (new Latencies(), new Latencies(), new Latencies());
        Listener[] listeners = [.. Enumerable.Range(0, options.Streams).Select(n =>
        {
            var node = n % options.Nodes.Length;
            return new Listener(accounts[n % accounts.Count], options.Nodes[node], room, node == 0 ? delivery : relayed);
        })];
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task[] listening = [.. listeners.Select(listener => listener.ListenAsync(options.Messages, enough.Token))];
        Say(options, $"opening {options.Streams} streams");
        await Task.WhenAll(listeners.Select(listener => listener.Opened));

        var poster = new Poster(options, room, posting);
        var cpu = await ServerMetrics.CpuAsync(accounts[0].Http, options.Nodes, ct);
        var started = Stopwatch.GetTimestamp();
        var reporting = ReportAsync(options, listeners, poster, enough.Token);
        await poster.PostAllAsync(accounts, ct);
        await Task.WhenAny(Task.WhenAll(listening), Task.Delay(Drains, ct));
        var took = Stopwatch.GetElapsedTime(started);
        cpu = await ServerMetrics.CpuAsync(accounts[0].Http, options.Nodes, ct) - cpu;
        await enough.CancelAsync();
        await Task.WhenAll([.. listening, reporting]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        accounts.ForEach(account => account.Dispose());
        return LoadResults.Of(options, listeners, poster, delivery, relayed, posting, took, cpu);
    }

    private static async Task ReportAsync(LoadOptions options, Listener[] listeners, Poster poster, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Progress);
        while (await timer.WaitForNextTickAsync(ct))
            Say(options, $"{poster.Posted} of {options.Messages} posted, {listeners.Sum(l => l.Received)} delivered");
    }

    private static void Say(LoadOptions options, string what)
    {
        if (!options.AsJson)
            Console.Error.Write($"\r{what,-70}");
    }
}
