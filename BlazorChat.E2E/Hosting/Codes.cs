using BlazorChat.Core.Users;

namespace BlazorChat.E2E.Hosting;

/// <summary>What an authenticator app shows.</summary>
internal static class Codes
{
    public static string At(string secret, TimeSpan later) =>
        Totp.CodeAt(secret, (DateTimeOffset.UtcNow + later).ToUnixTimeMilliseconds());
}
