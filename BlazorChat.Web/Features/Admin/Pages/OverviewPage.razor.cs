using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Features.Admin.Pages;

/// <summary>The chat in numbers, as they are now, and again every two seconds.</summary>
public partial class OverviewPage
{
    private const int RatesShown = 60;
    private const double Mebibyte = 1024 * 1024;

    private static readonly string[] Palette = ["var(--accent)"];

    private static readonly BarChartOptions Bars = new() { ShowLegend = false, ChartPalette = Palette, YAxisTicks = 1, MaxNumYAxisTicks = 6 };

    private static readonly LineChartOptions Lines = new() { ShowLegend = false, ChartPalette = Palette, YAxisTicks = 1, MaxNumYAxisTicks = 6 };

    private readonly List<double> rates = [.. Enumerable.Repeat(0.0, RatesShown)];
    private readonly string[] rateLabels = [.. Enumerable.Range(0, RatesShown).Select(n => n == RatesShown - 1 ? "now" : "")];
    private OverviewNumbers? now;
    private List<ChartSeries<double>> hours = [];
    private List<ChartSeries<double>> rateSeries = [];
    private string[] hourLabels = [];

    [Inject]
    private Overview Overview { get; set; } = default!;

    protected override async Task ReadAsync()
    {
        if (await AskAsync() is null)
            return;
        var before = now;
        now = await Overview.ReadAsync(CancellationToken.None);
        if (before is not null && now.At > before.At)
        {
            rates.RemoveAt(0);
            rates.Add((now.Deliveries - before.Deliveries) * 1000.0 / (now.At - before.At));
        }
        hours = [new ChartSeries<double>([.. now.MessagesPerHour.Select(hour => (double)hour.Count)]) { Name = "Messages" }];
        hourLabels = [.. now.MessagesPerHour.Select((hour, n) => n % 3 == 2 ? HourOf(hour.Hour) : "")];
        rateSeries = [new ChartSeries<double>([.. rates]) { Name = "Deliveries" }];
        StateHasChanged();
    }

    private (string Name, string Value, string Note)[] Tiles(OverviewNumbers n) =>
    [
        ("People online", Number(n.PeopleOnline), $"{Number(n.PeopleAway)} away, of {Number(n.People)}"),
        ("Open streams", Number(n.Streams), "and polls"),
        ("Deliveries a second", rates[^1].ToString("N1", CultureInfo.InvariantCulture), $"{Number(n.Deliveries)} since the start"),
        ("Messages", Number(n.Messages), $"rooms: {Number(n.Rooms)}, direct: {Number(n.DirectRooms)}"),
        ("Slow readers cut", Number(n.SlowReadersCut), "since the start"),
        ("Database", (n.DatabaseBytes / Mebibyte).ToString("N1", CultureInfo.InvariantCulture) + " MiB", "on the disk"),
    ];

    private static string HoursInWords(OverviewNumbers n) =>
        $"Messages an hour: {Number(n.MessagesPerHour[^1].Count)} in this hour, {Number(n.MessagesPerHour.Sum(hour => hour.Count))} in 24 hours";

    private static string HourOf(long at) =>
        DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("HH", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
