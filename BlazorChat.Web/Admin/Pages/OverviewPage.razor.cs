using System.Globalization;
using BlazorChat.Web.Features.Messages;
using Microsoft.AspNetCore.Components;

namespace BlazorChat.Web.Admin.Pages;

/// <summary>The chat's numbers now, and how they have changed since the page was opened.</summary>
public partial class OverviewPage
{
    private const int ReadingsKept = 60;
    private const double Mebibyte = 1024 * 1024;

    private readonly List<OverviewNumbers> readings = [];
    private readonly List<double> rates = [0];

    [Inject]
    private Overview Overview { get; set; } = default!;

    protected override async Task ReadAsync()
    {
        if (await AskAsync() is null)
            return;
        var now = await Overview.ReadAsync(CancellationToken.None);
        if (readings is [.., var before] && now.At > before.At)
            Keep(rates, (now.Deliveries - before.Deliveries) * 1000.0 / (now.At - before.At));
        Keep(readings, now);
        StateHasChanged();
    }

    private static void Keep<T>(List<T> kept, T newest)
    {
        kept.Add(newest);
        if (kept.Count > ReadingsKept)
            kept.RemoveAt(0);
    }

    private double[] Trend(Func<OverviewNumbers, double> number) => [.. readings.Select(number)];

    private (string Name, string Value, string Note)[] Tiles(OverviewNumbers n) =>
    [
        ("People online", Number(n.PeopleOnline), $"{Number(n.PeopleAway)} away, of {Number(n.People)}"),
        ("Open streams", Number(n.Streams), n.Nodes == 1 ? "and polls" : $"and polls, at {Number(n.Nodes)} nodes"),
        ("Deliveries a second", rates[^1].ToString("N1", CultureInfo.InvariantCulture), $"{Number(n.Deliveries)} {SinceStart(n)}"),
        ("Messages", Number(n.Messages), $"{Number(n.MessagesPerHour.Sum(hour => (long)hour.Count))} in the last 24 hours"),
        ("Rooms", Number(n.Rooms), n.DirectRooms == 1 ? "and 1 direct conversation" : $"and {Number(n.DirectRooms)} direct conversations"),
        ("Files", Number(n.Files), $"{Sizes.InWords(n.FileBytes)} in messages"),
        ("Slow readers cut", Number(n.SlowReadersCut), SinceStart(n)),
        ("Searchable", $"{n.PercentSearchable} %", n.PercentSearchable == 100 ? "of all messages" : "of all messages; the rest is being indexed"),
        ("Database", (n.DatabaseBytes / Mebibyte).ToString("N1", CultureInfo.InvariantCulture) + " MiB", "on the disk"),
    ];

    // What each node counts for itself.
    private static string SinceStart(OverviewNumbers n) => n.Nodes == 1 ? "since the start" : "since this node started";

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
