using BlazorChat.Web.Features.Settings;
using Microsoft.Extensions.Time.Testing;

namespace BlazorChat.Tests.Features.Settings;

public sealed class TokenBucketsTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly TokenBuckets buckets;

    public TokenBucketsTests() => buckets = new TokenBuckets(clock);

    [Fact]
    public void As_many_as_it_holds_go_at_once_and_the_next_one_is_told_how_long_to_wait()
    {
        Assert.Equal([true, true, true, false], Take(4));

        Assert.Equal(TimeSpan.FromSeconds(0.5), buckets.Take("ada", burst: 3, perSecond: 2));
    }

    [Fact]
    public void They_come_back_one_by_one_and_never_more_than_it_holds()
    {
        Take(3);

        clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal([true, false], Take(2));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([true, true, true, false], Take(4));
    }

    [Fact]
    public void One_bucket_is_not_another()
    {
        Take(3);

        Assert.Equal(TimeSpan.Zero, buckets.Take("grace", burst: 3, perSecond: 2));
    }

    [Fact]
    public void What_was_taken_counts_when_the_limits_change()
    {
        Take(3);

        Assert.Equal(TimeSpan.Zero, buckets.Take("ada", burst: 4, perSecond: 2));
        Assert.NotEqual(TimeSpan.Zero, buckets.Take("ada", burst: 4, perSecond: 2));
    }

    private bool[] Take(int times) => [.. Enumerable.Range(0, times).Select(_ => buckets.Take("ada", burst: 3, perSecond: 2) == TimeSpan.Zero)];
}
