using System.Globalization;

namespace BlazorChat.Core.Search;

/// <summary>A day somewhere in the world, as Unix milliseconds.</summary>
/// <param name="Start">Its first moment.</param>
/// <param name="End">The first moment of the next day.</param>
internal readonly record struct SearchDay(long Start, long End)
{
    /// <returns>Null if the text is no day, or none of which a whole one is left in the calendar.</returns>
    public static SearchDay? Parse(string text, TimeZoneInfo zone) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1970 and < 9999
            ? new SearchDay(StartOf(day, zone), StartOf(day.AddDays(1), zone))
            : null;

    // Where clocks are put forward at midnight, the day begins later; where they are put back, at the first of two midnights.
    private static long StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUnixTimeMilliseconds();
    }
}
