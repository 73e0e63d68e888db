using System.Net.Http.Json;
using System.Text.Json;
using BlazorChat.Load.Client;

namespace BlazorChat.Load.Ledger;

/// <summary>
/// The crash test. While 5 writers write 50 messages a second and 20 readers read, the server is killed again and again; of
/// several nodes also their database, the bus between them, and time itself. At the end every 201 must be in history exactly
/// once, what got no answer at most once, and every reader must have been told exactly what history holds, in its order.
/// </summary>
internal static class LedgerTest
{
    private const int Writers = 5;
    private const int Readers = 20;
    private const string LastWords = "that was all";

    // A net for when something is lost: nothing is measured, and a machine may be slow and busy.
    private static readonly TimeSpan Drains = TimeSpan.FromMinutes(5);

    /// <param name="rounds">How often something happens.</param>
    /// <param name="nodes">1: a server with SQLite; more: nodes with PostgreSQL and Redis.</param>
    /// <param name="seed">Decides what happens when, as far as a machine repeats itself.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>0 if nothing was lost, doubled or out of order.</returns>
    public static async Task<int> RunAsync(int rounds, int nodes, int seed, CancellationToken ct)
    {
        Console.WriteLine($"seed {seed}");
        await using LedgerChat chat = nodes == 1 ? new LedgerServer() : new LedgerCluster(nodes);
        await chat.StartAsync();
        List<LoadAccount> accounts = [];
        for (var n = 0; n < Writers; n++)
            accounts.Add(await LoadAccount.SignUpAsync(chat.Addresses[n % chat.Addresses.Count], $"writer-{n}", ct));
        using var asking = await LoadAccount.SignUpAsync(chat.Addresses[0], "probe", ct);
        var room = await accounts[0].CreateRoomAsync("Ledger", ct);
        LedgerWriter[] writers = [.. accounts.Select((account, n) => new LedgerWriter(account, room, chat, sendsAgain: n % 2 == 0))];
        LedgerReader[] readers = [.. Enumerable.Range(0, Readers).Select(n => new LedgerReader(accounts[n % Writers], room, chat, n))];
        var prober = new LedgerWriter(asking, room, chat, sendsAgain: false);
        var probe = new LedgerProbe(prober);

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task[] reading = [.. readers.Select(reader => reader.ReadUntilAsync(LastWords, deadline.Token))];
        await Task.WhenAll(readers.Select(reader => reader.Opened));
        using var stop = new CancellationTokenSource();
        Task[] writing = [.. writers.Select(writer => writer.WriteAsync(stop.Token))];

        var faults = await HarmAgainAndAgainAsync(chat, probe, rounds, new Random(seed), ct);
        await stop.CancelAsync();
        await Task.WhenAll(writing);
        await prober.WriteLastAsync(LastWords);
        deadline.CancelAfter(Drains);
        await Task.WhenAll(reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        var history = await HistoryAsync(accounts[0], room, ct);
        faults.AddRange(LedgerFaults.Find(history, LastWords, [.. writers, prober], readers));
        if (await chat.FindDamageAsync(ct) is { } damage)
            faults.Add("The database is damaged: " + damage);
        accounts.ForEach(account => account.Dispose());
        Report(rounds, history, [.. writers, prober], probe, faults);
        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task<List<string>> HarmAgainAndAgainAsync(
        LedgerChat chat, LedgerProbe probe, int rounds, Random random, CancellationToken ct)
    {
        List<string> faults = [];
        Queue<Harm> coming = [];
        for (var round = 1; round <= rounds; round++)
        {
            if (coming.Count == 0)
            {
                // Each kind comes once before any comes again.
                Harm[] all = [.. chat.Harms];
                random.Shuffle(all);
                coming = new Queue<Harm>(all);
            }
            var harm = coming.Dequeue();
            await Task.Delay(random.Next(500, 2500), ct);
            Console.Error.Write($"\r{round} of {rounds}: {harm.Name,-45}");
            if (await harm.DoAsync(random, probe, ct) is { } during)
                faults.Add(during);
            if (await probe.ToRecoveryAsync(chat.Addresses, harm.Name, ct) is { } after)
                faults.Add(after);
        }
        await Task.Delay(random.Next(500, 1500), ct);
        Console.Error.WriteLine();
        return faults;
    }

    private static async Task<List<string>> HistoryAsync(LoadAccount account, string room, CancellationToken ct)
    {
        List<string> texts = [];
        string? before = null;
        for (var hasMore = true; hasMore;)
        {
            var page = await account.Http.GetFromJsonAsync<JsonElement>(
                $"/chat/room/{room}/history?limit=200" + (before is null ? "" : "&before=" + before), ct);
            var messages = page.GetProperty("messages").EnumerateArray().ToList();
            texts.InsertRange(0, messages.Select(m => m.GetProperty("text").GetString()!));
            before = messages[0].GetProperty("id").GetString();
            hasMore = page.GetProperty("has_more").GetBoolean();
        }
        return texts;
    }

    private static void Report(int rounds, List<string> history, LedgerWriter[] writers, LedgerProbe probe, List<string> faults)
    {
        var promised = writers.Sum(w => w.Promised.Count(p => p.Value));
        var unknown = writers.Sum(w => w.Promised.Count(p => !p.Value));
        Console.WriteLine(
            $"{rounds} rounds: {promised} messages promised, {unknown} without an answer, {history.Count} in history, {Readers} readers");
        foreach (var line in probe.Describe().Concat(faults))
            Console.WriteLine(line);
        Console.WriteLine(faults.Count == 0 ? "Nothing lost, nothing doubled, one order." : $"{faults.Count} faults");
    }
}
