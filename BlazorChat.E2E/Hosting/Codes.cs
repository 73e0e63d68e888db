using BlazorChat.Core.Users;

namespace BlazorChat.E2E.Hosting;

/// <summary>What an authenticator app shows.</summary>
internal static class Codes
{
    public static string Now(string secret) => At(secret, DateTimeOffset.UtcNow);

    /// <summary>Of the next half minute, which is good already: each serves once.</summary>
    public static string Next(string secret) => At(secret, DateTimeOffset.UtcNow.AddSeconds(30));

    private static string At(string secret, DateTimeOffset time) => Totp.CodeAt(secret, time.ToUnixTimeMilliseconds());
}
