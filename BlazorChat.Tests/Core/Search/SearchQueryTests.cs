using BlazorChat.Core.Search;

namespace BlazorChat.Tests.Core.Search;

public sealed class SearchQueryTests
{
    private const long Hour = 3_600_000;

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-word")]
    [InlineData("-> !!!")]
    [InlineData("\"not closed")]
    [InlineData("word \"")]
    [InlineData("in:")]
    [InlineData("from: ada")]
    [InlineData("has:everything")]
    [InlineData("is:nice")]
    [InlineData("before:yesterday")]
    [InlineData("on:2026-02-30")]
    [InlineData("after:28.11.2026")]
    [InlineData("word -from:ada")]
    public void A_bad_query_is_refused_with_a_sentence_about_it(string query)
    {
        var refusal = SearchQuery.Parse(query, TimeZoneInfo.Utc).Refusal;

        Assert.Equal((BlazorChat.Core.RefusalReason.Invalid, "q"), (refusal?.Reason, refusal?.Field));
    }

    [Fact]
    public void A_query_that_is_too_long_is_refused()
    {
        Assert.NotNull(SearchQuery.Parse(new string('a', 501), TimeZoneInfo.Utc).Refusal);
        Assert.NotNull(SearchQuery.Parse(string.Join(' ', Enumerable.Repeat("a", 33)), TimeZoneInfo.Utc).Refusal);
        Assert.Null(SearchQuery.Parse(string.Join(' ', Enumerable.Repeat("a", 32)), TimeZoneInfo.Utc).Refusal);
    }

    [Fact]
    public void Filters_are_told_from_words()
    {
        var query = Parse("IN:#general from:@ada from:me has:file has:image has:link is:pinned https://example.org note:this in:\"design team\"");

        Assert.Equal(["#general", "design team"], query.Rooms);
        Assert.Equal(["ada", "me"], query.Authors);
        Assert.True(query is { HasFile: true, HasImage: true, HasLink: true, IsPinned: true });
        Assert.Equal(2, query.Words.Count);
    }

    [Theory]
    [InlineData("UTC", "2026-11-28", 0, 24)]
    [InlineData("Europe/Berlin", "2026-11-28", -1, 24)]
    [InlineData("America/New_York", "2026-11-28", 5, 24)]
    [InlineData("Asia/Kathmandu", "2026-11-28", -5.75, 24)]
    [InlineData("Europe/Berlin", "2026-03-29", -1, 23)]
    [InlineData("Europe/Berlin", "2026-10-25", -2, 25)]
    [InlineData("America/Havana", "2026-03-08", 5, 23)]
    [InlineData("America/Havana", "2026-11-01", 4, 25)]
    public void A_day_is_the_one_of_the_time_zone(string zone, string day, double startsAfterUtc, int hours)
    {
        var query = SearchQuery.Parse($"on:{day}", TimeZoneInfo.FindSystemTimeZoneById(zone)).Value;
        var midnight = DateTimeOffset.Parse($"{day}T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

        Assert.Equal(midnight + (long)(startsAfterUtc * Hour), query.Since);
        Assert.Equal(query.Since + (hours * Hour), query.Until);
    }

    [Fact]
    public void Before_and_after_leave_the_day_itself_out()
    {
        var (on, around) = (Parse("on:2026-11-28"), Parse("after:2026-11-28 before:2026-11-28"));

        Assert.Equal((on.Until, on.Since), (around.Since, around.Until));
    }

    private static SearchQuery Parse(string query) => SearchQuery.Parse(query, TimeZoneInfo.Utc).Value;
}
