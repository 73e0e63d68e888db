using System.Globalization;

namespace BlazorChat.Web.Ui;

/// <summary>How long ago something was, in words; for older things the date.</summary>
public static class Ago
{
    private const int DatedAfterDays = 30;

    /// <param name="at">When it was, Unix milliseconds.</param>
    /// <param name="now">When it is.</param>
    public static string Of(long at, DateTimeOffset now) => (now - DateTimeOffset.FromUnixTimeMilliseconds(at)) switch
    {
        { TotalMinutes: < 2 } => "just now",
        { TotalHours: < 1 } ago => Count((int)ago.TotalMinutes, "minute"),
        { TotalDays: < 1 } ago => Count((int)ago.TotalHours, "hour"),
        { TotalDays: < DatedAfterDays } ago => Count((int)ago.TotalDays, "day"),
        _ => "on " + DateOf(at),
    };

    public static string DateOf(long at) =>
        DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Count(int count, string unit) => $"{count} {unit}{(count == 1 ? "" : "s")} ago";
}
