using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace BlazorChat.Web.Redis;

/// <summary>
/// Limits that all nodes share, by Redis's own clock. Redis is asked once for each request, and briefly: when it does not
/// answer in time, it is not asked for a moment, so that its absence costs a wait once and not at each request.
/// </summary>
public sealed class SharedLimits
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RemembersFailures = TimeSpan.FromDays(1);

    private readonly RedisConnection redis;
    private readonly TimeProvider clock;

    // A timestamp of the clock.
    private long askedAgainFrom;

    internal SharedLimits(RedisConnection redis, TimeProvider clock) => (this.redis, this.clock) = (redis, clock);

    /// <summary>Takes a token from a bucket that holds so many and is filled again at an even rate.</summary>
    /// <param name="key">Whose bucket for what.</param>
    /// <param name="burst">How many tokens it holds.</param>
    /// <param name="perSecond">How many come back in a second.</param>
    /// <returns>How long to wait for a token, zero if it was taken; null if Redis is away: a bucket of this node must decide.</returns>
    public ValueTask<TimeSpan?> TakeAsync(string key, int burst, double perSecond) =>
        AskAsync(LimitScripts.Take, key, burst, perSecond);

    /// <summary>Counts an attempt, of which there may be so many in any stretch of time that is as long as the window.</summary>
    /// <param name="what">What is attempted.</param>
    /// <param name="whose">By whom or on what. Only a hash of it goes to Redis.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="window">In how long.</param>
    /// <returns>How long to wait, zero if it was counted; null if Redis is away: this node must decide alone.</returns>
    public ValueTask<TimeSpan?> CountAsync(string what, string whose, int most, TimeSpan window) =>
        AskAsync(LimitScripts.Count, Hashed(what, whose), most, (long)window.TotalMilliseconds);

    /// <summary>Counts a failure, and locks after so many.</summary>
    /// <returns>For how long it is still locked, zero if it was not; null if Redis is away: this node must decide alone.</returns>
    public ValueTask<TimeSpan?> FailAsync(string what, string whose, int lockAfter, TimeSpan lockedFor) => AskAsync(
        LimitScripts.Fail, Hashed(what, whose), lockAfter, (long)lockedFor.TotalMilliseconds, (long)RemembersFailures.TotalMilliseconds);

    private async ValueTask<TimeSpan?> AskAsync(string script, string key, params RedisValue[] arguments)
    {
        if (!redis.IsConnected || clock.GetTimestamp() < Interlocked.Read(ref askedAgainFrom))
            return null;
        try
        {
            var wait = await redis.Database.ScriptEvaluateAsync(script, [redis.Name("limit:" + key)], arguments).WaitAsync(Patience, clock);
            return TimeSpan.FromMilliseconds((long)wait);
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException)
        {
            Interlocked.Exchange(ref askedAgainFrom, clock.GetTimestamp() + (long)(Pause.TotalSeconds * clock.TimestampFrequency));
            return null;
        }
    }

    // Names and addresses of people are nobody's business there, and may be as long as somebody likes.
    private static string Hashed(string what, string whose) => $"{what}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whose)))}";
}
