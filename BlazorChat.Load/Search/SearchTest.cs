using System.Diagnostics;
using System.Globalization;
using BlazorChat.Load.Client;

namespace BlazorChat.Load.Search;

/// <summary>
/// Searches a chat of its own that holds a million messages, as people do, by <c>GET /chat/search</c>; and, beside it, the same
/// messages in ways that need less.
/// </summary>
internal static class SearchTest
{
    private const int WarmUps = 20;
    private const int Authors = 50;
    private const int Rooms = 40;
    private const int PublicFrom = 30; // the last rooms, where little is said
    private const long Step = 60_000; // from one message to the next
    private static readonly int[] hidden = [4, 6];
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <param name="messages">How many messages there are.</param>
    /// <param name="rounds">How often each kind of search is made.</param>
    /// <param name="onPostgres">Whether the chat uses PostgreSQL.</param>
    /// <param name="withYardsticks">Whether other ways are measured, too.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<int> RunAsync(int messages, int rounds, bool onPostgres, bool withYardsticks, CancellationToken ct)
    {
        await using SearchDatabase database = onPostgres ? new PostgresSearchDatabase() : new SqliteSearchDatabase();
        Dictionary<string, string> settings = [];
        await using var chat = new ChatProcess(settings);
        await database.PrepareAsync(chat.Data);
        foreach (var (name, value) in ChatProcess.WithoutLimits.Concat(database.Settings))
            settings[name] = value;

        await chat.StartAsync();
        using var much = await LoadAccount.SignUpAsync(chat.Address, "ada", ct);
        using var little = await LoadAccount.SignUpAsync(chat.Address, "grace", ct);
        using var other = await LoadAccount.SignUpAsync(chat.Address, "linus", ct);
        List<LoadAccount> authors = [];
        for (var n = 0; n < Authors; n++)
            authors.Add(await LoadAccount.SignUpAsync(chat.Address, $"author-{n}", ct));
        var rooms = new string[Rooms];
        for (var n = 0; n < Rooms; n++)
            rooms[n] = await (hidden.Contains(n) ? other : much).CreateRoomAsync($"Room {n}", ct, n < PublicFrom ? "private" : "public");
        await StopAsync(chat);

        var firstDay = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1 - (int)(messages * Step / TimeSpan.FromDays(1).TotalMilliseconds));
        var head = await database.LastIdAsync(ct);
        await TellAsync($"{database.Name}: writing {messages:N0} messages", () => database.FillAsync(
            Messages(messages, head, rooms, [.. authors.Select(a => a.UserId)], new DateTimeOffset(firstDay, default, default).ToUnixTimeMilliseconds()), ct));
        var before = await database.SizeAsync(ct);
        await chat.StartAsync();
        var cpu = await ServerMetrics.CpuAsync(much.Http, [chat.Address], ct);
        await TellAsync("entering them in the index", async () =>
        {
            while (!await database.IsCompleteAsync(ct))
                await Task.Delay(BetweenLooks, ct);
        });
        cpu = await ServerMetrics.CpuAsync(much.Http, [chat.Address], ct) - cpu;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CPU of the chat for that: {cpu:N1} s"));
        TellSize(await database.SizeAsync(ct) - before, await database.TextSizeAsync(ct));

        Func<Searcher, LoadAccount> account = who => who == Searcher.SeesMuch ? much : little;
        string[] texts = [.. Texts().Take(5_000)];
        var cases = SearchCase.All([.. authors.Select(a => a.Name)], [.. rooms.Where((_, n) => !hidden.Contains(n))], texts, (firstDay, (int)(messages * Step / TimeSpan.FromDays(1).TotalMilliseconds)));
        Console.WriteLine("| by GET /chat/search | found | p50 | p95 | most |\n| --- | --- | --- | --- | --- |");
        foreach (var each in cases)
            await MeasureAsync(each.Name, rounds, new Random(1), async random =>
            {
                var before = each.IsLater ? string.Create(CultureInfo.InvariantCulture, $"&before={head + random.NextInt64(messages / 4, messages)}") : "";
                return await account(each.Who).CountAsync($"/chat/search?q={Uri.EscapeDataString(each.Ask(random))}{before}", ct);
            });
        if (withYardsticks)
        {
            await StopAsync(chat);
            await SearchYardsticks.RunAsync(database, rounds, cases, ct);
        }
        return 0;
    }

    /// <summary>Searches again and again and tells how long it took.</summary>
    public static async Task MeasureAsync(string name, int rounds, Random random, Func<Random, Task<int>> search)
    {
        var (found, times) = (0L, new List<double>());
        for (var n = -WarmUps; n < rounds; n++)
        {
            var started = Stopwatch.GetTimestamp();
            var count = await search(random);
            if (n < 0)
                continue;
            found += count;
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {(double)found / rounds:N1} | {times[times.Count / 2]:N1} ms | {times[(int)(times.Count * 0.95)]:N1} ms | {times[^1]:N1} ms |"));
    }

    public static async Task TellAsync(string what, Func<Task> act)
    {
        var started = Stopwatch.GetTimestamp();
        await act();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s"));
    }

    public static void TellSize(long index, long text) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"index {index / 1e6:N0} MB, texts {text / 1e6:N0} MB: index to text {(double)index / text:N2}"));

    private static async Task StopAsync(ChatProcess chat)
    {
        await chat.TellToStopAsync();
        await chat.ToExitAsync();
    }

    private static IEnumerable<string> Texts()
    {
        for (var chatter = new Chatter(1); ;)
            yield return chatter.Next();
    }

    // In the first room most is said.
    private static IEnumerable<FilledMessage> Messages(int count, long head, string[] rooms, string[] authors, long first)
    {
        var (random, numbers) = (new Random(2), new long[Rooms]);
        foreach (var (n, text) in Texts().Take(count).Index())
        {
            var room = Math.Min(Rooms - 1, (int)Math.Pow(Rooms + 1, random.NextDouble()) - 1);
            yield return new FilledMessage(head + 1 + n, rooms[room], ++numbers[room], authors[random.Next(Authors)], text, first + (n * Step));
        }
    }
}
