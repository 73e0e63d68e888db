using System.Globalization;

namespace BlazorChat.Web.Admin;

/// <summary>The vertical axis of a chart: from zero to a round number that leaves room for the highest value.</summary>
/// <param name="Top">Its upper end; never 0.</param>
/// <param name="Marks">Where horizontal lines are drawn, from zero to the top.</param>
internal sealed record ChartScale(double Top, IReadOnlyList<double> Marks)
{
    private static readonly double[] Steps = [1, 2, 5, 10];

    /// <param name="highest">The highest value; at least 0.</param>
    public static ChartScale For(double highest)
    {
        // People and messages are whole numbers, so the axis has at least 0 to 2 in steps of 1.
        var rough = Math.Max(highest, 2) / 2;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = Steps.First(s => s * power >= rough - 1e-9) * power;
        var count = Math.Max(1, (int)Math.Ceiling((highest / step) - 1e-9));
        return new ChartScale(Math.Max(2, count) * step, [.. Enumerable.Range(0, Math.Max(2, count) + 1).Select(n => n * step)]);
    }

    /// <summary>The label of a mark, such as 2,000 or 1.5M.</summary>
    public static string Label(double value) => value switch
    {
        >= 1_000_000 => (value / 1_000_000).ToString("0.#", CultureInfo.InvariantCulture) + "M",
        >= 10_000 => (value / 1_000).ToString("0.#", CultureInfo.InvariantCulture) + "k",
        _ => value.ToString("#,0.##", CultureInfo.InvariantCulture),
    };
}
