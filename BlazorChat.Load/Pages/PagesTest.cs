using System.Globalization;
using BlazorChat.Load.Client;

namespace BlazorChat.Load.Pages;

/// <summary>
/// Opens pages of one room, without browsers, and tells what the chat's memory grows by, and what a message costs while they are open.
/// </summary>
internal static class PagesTest
{
    private const int WarmUps = 2;
    private const int WarmUpMessages = 100;
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(3);

    /// <param name="chat">A chat that has just started.</param>
    /// <param name="pages">How many pages are opened.</param>
    /// <param name="messages">How many messages are posted while they are open.</param>
    /// <param name="rate">Messages a second.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<int> RunAsync(Uri chat, int pages, int messages, double rate, CancellationToken ct)
    {
        var run = Guid.NewGuid().ToString("N")[..6];
        List<OpenPage> open = [];
        using var http = new HttpClient();
        Tell("of the idle program", await MemoryAsync(), "MiB", 1 << 20);
        List<LoadAccount> accounts = [];
        for (var n = 0; n < WarmUps + pages; n++)
            accounts.Add(await LoadAccount.SignUpAsync(chat, $"page-{run}-{n}", ct));
        var room = await accounts[0].CreateRoomAsync("Pages " + run, ct);
        foreach (var account in accounts[..WarmUps])
            open.Add(await OpenPage.OpenAsync(account, room, ct));
        await PostAsync(WarmUpMessages);

        var before = await MemoryAsync();
        foreach (var account in accounts[WarmUps..])
            open.Add(await OpenPage.OpenAsync(account, room, ct));
        var after = await MemoryAsync();
        Tell("of the program before", before, "MiB", 1 << 20);
        Tell($"with {pages} pages more", after, "MiB", 1 << 20);
        Tell("for each of them", (after - before) / pages, "KiB", 1 << 10);

        var cpu = await ServerMetrics.CpuAsync(http, [chat], ct);
        await PostAsync(messages);
        cpu = await ServerMetrics.CpuAsync(http, [chat], ct) - cpu;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CPU for a message {cpu * 1e3 / messages:N2} ms"));
        Tell("at the end", await MemoryAsync(), "MiB", 1 << 20);
        open.ForEach(page => page.Dispose());
        accounts.ForEach(account => account.Dispose());
        return 0;

        async Task<double> MemoryAsync()
        {
            await Task.Delay(Calm, ct);
            return await ServerMetrics.MemoryAsync(http, [chat], ct)
                ?? throw new LoadException("The chat does not show its metrics, which it does to its own machine.");
        }

        async Task PostAsync(int count)
        {
            using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1 / rate));
            for (var n = 0; n < count; n++)
            {
                await accounts[0].SayAsync(room, "hello there, this is a message of the usual length", ct);
                await tick.WaitForNextTickAsync(ct);
            }
        }
    }

    private static void Tell(string what, double bytes, string unit, int size) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory {what,-26} {bytes / size,8:N0} {unit}"));
}
