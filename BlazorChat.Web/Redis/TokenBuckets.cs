using StackExchange.Redis;

namespace BlazorChat.Web.Redis;

/// <summary>
/// Token buckets that all nodes share, by Redis's own clock. Redis is asked once for each token, and briefly: when it does not
/// answer in time, it is not asked for a moment, so that its absence costs a wait once and not at each request.
/// </summary>
internal sealed class TokenBuckets(RedisConnection redis, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // Takes a token if there is one; else says for how many milliseconds there will be none.
    private const string Take = """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local burst, perSecond = tonumber(ARGV[1]), tonumber(ARGV[2])
        local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
        local tokens, at = tonumber(bucket[1]) or burst, tonumber(bucket[2]) or now
        tokens = math.min(burst, tokens + math.max(0, now - at) * perSecond / 1000)
        local wait = 0
        if tokens >= 1 then tokens = tokens - 1 else wait = math.ceil((1 - tokens) * 1000 / perSecond) end
        redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', string.format('%.0f', now))
        redis.call('PEXPIRE', KEYS[1], math.ceil(burst * 1000 / perSecond) + 1000)
        return wait
        """;

    // A timestamp of the clock.
    private long askedAgainFrom;

    /// <summary>Takes a token from a bucket that holds so many and is filled again at an even rate.</summary>
    /// <param name="key">Whose bucket for what.</param>
    /// <param name="burst">How many tokens it holds.</param>
    /// <param name="perSecond">How many come back in a second.</param>
    /// <returns>How long to wait for a token, zero if it was taken; null if Redis is away: a bucket of this node must decide.</returns>
    public async ValueTask<TimeSpan?> TakeAsync(string key, int burst, double perSecond)
    {
        if (!redis.IsConnected || clock.GetTimestamp() < Interlocked.Read(ref askedAgainFrom))
            return null;
        try
        {
            var wait = await redis.Database.ScriptEvaluateAsync(Take, [redis.Name("limit:" + key)], [burst, perSecond]).WaitAsync(Patience, clock);
            return TimeSpan.FromMilliseconds((long)wait);
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException)
        {
            Interlocked.Exchange(ref askedAgainFrom, clock.GetTimestamp() + (long)(Pause.TotalSeconds * clock.TimestampFrequency));
            return null;
        }
    }
}
