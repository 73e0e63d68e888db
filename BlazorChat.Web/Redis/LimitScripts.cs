namespace BlazorChat.Web.Redis;

/// <summary>How Redis counts, by its own clock. Each script answers with the milliseconds to wait; zero: go on.</summary>
internal static class LimitScripts
{
    private const string Now = """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)

        """;

    /// <summary>Takes a token from a bucket that holds so many (1) and gets so many back in a second (2).</summary>
    public const string Take = Now + """
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

    /// <summary>Counts one of so many (1) in any stretch of so many milliseconds (2).</summary>
    public const string Count = Now + """
        local most, window = tonumber(ARGV[1]), tonumber(ARGV[2])
        local oldest = redis.call('LINDEX', KEYS[1], 0)
        while oldest and tonumber(oldest) <= now - window do
            redis.call('LPOP', KEYS[1])
            oldest = redis.call('LINDEX', KEYS[1], 0)
        end
        if redis.call('LLEN', KEYS[1]) >= most then return tonumber(oldest) + window - now end
        redis.call('RPUSH', KEYS[1], string.format('%.0f', now))
        redis.call('PEXPIRE', KEYS[1], window)
        return 0
        """;

    /// <summary>Counts a failure: after so many (1) it is locked for so many milliseconds (2). Failures are forgotten after (3).</summary>
    public const string Fail = """
        local failures = tonumber(redis.call('GET', KEYS[1]) or '0')
        if failures >= tonumber(ARGV[1]) then return redis.call('PTTL', KEYS[1]) end
        failures = failures + 1
        local lasts = failures >= tonumber(ARGV[1]) and ARGV[2] or ARGV[3]
        redis.call('SET', KEYS[1], failures, 'PX', lasts)
        return 0
        """;
}
