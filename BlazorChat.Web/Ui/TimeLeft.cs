namespace BlazorChat.Web.Ui;

/// <summary>How long until something ends, in words. The server does not know the reader's time zone.</summary>
internal static class TimeLeft
{
    /// <param name="until">Unix milliseconds.</param>
    /// <param name="clock">The present.</param>
    public static string Until(long until, TimeProvider clock)
    {
        var left = DateTimeOffset.FromUnixTimeMilliseconds(until) - clock.GetUtcNow();
        return left.TotalDays >= 2 ? Count(left.TotalDays, "day")
            : left.TotalHours >= 2 ? Count(left.TotalHours, "hour")
            : Count(Math.Max(1, left.TotalMinutes), "minute");
    }

    private static string Count(double amount, string unit) =>
        (int)Math.Round(amount) is var count && count == 1 ? $"1 {unit}" : $"{count} {unit}s";
}
