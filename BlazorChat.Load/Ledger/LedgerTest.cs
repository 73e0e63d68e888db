using System.Net.Http.Json;
using System.Text.Json;
using BlazorChat.Load.Client;

namespace BlazorChat.Load.Ledger;

/// <summary>
/// The crash test. While 5 writers write 50 messages a second and 20 readers read, the server is killed again and again.
/// At the end every 201 must be in history exactly once, what got no answer at most once, and every reader must have
/// been told exactly what history holds, in its order.
/// </summary>
internal static class LedgerTest
{
    private const int Writers = 5;
    private const int Readers = 20;
    private const string LastWords = "that was all";

    // A net for when something is lost: nothing is measured, and a machine may be slow and busy.
    private static readonly TimeSpan Drains = TimeSpan.FromMinutes(5);

    /// <returns>0 if nothing was lost, doubled or out of order.</returns>
    public static async Task<int> RunAsync(int rounds, CancellationToken ct)
    {
        await using var server = new ChatProcess(ChatProcess.WithoutLimits);
        await server.StartAsync();
        List<LoadAccount> accounts = [];
        for (var n = 0; n < Writers; n++)
            accounts.Add(await LoadAccount.SignUpAsync(server.Address, $"writer-{n}", ct));
        var room = await accounts[0].CreateRoomAsync("Ledger", ct);
        LedgerWriter[] writers = [.. accounts.Select((account, n) => new LedgerWriter(account, room, sendsAgain: n % 2 == 0))];
        LedgerReader[] readers = [.. Enumerable.Range(0, Readers).Select(n => new LedgerReader(accounts[n % Writers], room))];

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task[] reading = [.. readers.Select(reader => reader.ReadUntilAsync(LastWords, deadline.Token))];
        await Task.WhenAll(readers.Select(reader => reader.Opened));
        using var stop = new CancellationTokenSource();
        Task[] writing = [.. writers.Select(writer => writer.WriteAsync(stop.Token))];

        await KillAgainAndAgainAsync(server, rounds, ct);
        await stop.CancelAsync();
        await Task.WhenAll(writing);
        using var last = await accounts[0].Http.PostAsJsonAsync("/chat/messages", new { room_id = room, message = LastWords }, ct);
        last.EnsureSuccessStatusCode();
        deadline.CancelAfter(Drains);
        await Task.WhenAll(reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        var history = await HistoryAsync(accounts[0], room, ct);
        await server.KillAsync();
        var faults = LedgerFaults.Find(history, writers, readers).ToList();
        if (await Integrity.CheckAsync(server.Data, ct) is not "ok" and var damage)
            faults.Add("The database is damaged: " + damage);
        accounts.ForEach(account => account.Dispose());
        Report(rounds, history, writers, faults);
        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task KillAgainAndAgainAsync(ChatProcess server, int rounds, CancellationToken ct)
    {
        // The seed is printed: the moments can be had again, as far as a machine repeats itself.
        var seed = Environment.TickCount;
        Console.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 1; round <= rounds; round++)
        {
            await Task.Delay(random.Next(500, 2500), ct);
            await server.KillAsync();
            await server.StartAsync();
            Console.Error.Write($"\rkilled and started {round} of {rounds} times");
        }
        await Task.Delay(random.Next(500, 1500), ct);
        Console.Error.WriteLine();
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

    private static void Report(int rounds, List<string> history, LedgerWriter[] writers, List<string> faults)
    {
        var promised = writers.Sum(w => w.Promised.Count(p => p.Value));
        var unknown = writers.Sum(w => w.Promised.Count(p => !p.Value));
        Console.WriteLine(
            $"{rounds} kills: {promised} messages promised, {unknown} without an answer, {history.Count} in history, {Readers} readers");
        foreach (var fault in faults)
            Console.WriteLine(fault);
        Console.WriteLine(faults.Count == 0 ? "Nothing lost, nothing doubled, one order." : $"{faults.Count} faults");
    }
}
