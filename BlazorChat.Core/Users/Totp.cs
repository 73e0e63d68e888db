using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace BlazorChat.Core.Users;

/// <summary>
/// The six digits of an authenticator app (RFC 6238). Identity's own check uses the machine's clock, accepts codes from five
/// minutes, and accepts each of them any number of times.
/// </summary>
public static class Totp
{
    private const int StepSeconds = 30;
    private const int SecretBytes = 20;

    // A phone's clock may be slightly wrong, and typing takes time.
    private const int Drift = 1;

    /// <summary>A secret in the form that authenticator apps accept.</summary>
    public static string NewSecret() => Base32.Encode(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <param name="secret">From <see cref="NewSecret"/>.</param>
    /// <param name="code">The code as typed; white space does not count.</param>
    /// <param name="now">Unix milliseconds.</param>
    /// <param name="lastStep">The time step that this method returned last: its code and older ones are used up.</param>
    /// <returns>The time step of the code; null if the code is not valid now.</returns>
    public static long? Match(string secret, string code, long now, long lastStep)
    {
        var digits = string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
        var current = now / 1000 / StepSeconds;
        for (var step = current - Drift; step <= current + Drift; step++)
            if (step > lastStep && CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.UTF8.GetBytes(digits), System.Text.Encoding.UTF8.GetBytes(CodeOf(secret, step))))
                return step;
        return null;
    }

    /// <summary>The code at a given time, Unix milliseconds.</summary>
    public static string CodeAt(string secret, long now) => CodeOf(secret, now / 1000 / StepSeconds);

    private static string CodeOf(string secret, long step)
    {
        Span<byte> message = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(message, step);
#pragma warning disable CA5350 // Authenticator apps use SHA-1; nothing here depends on it being free of collisions.
        var hash = HMACSHA1.HashData(Base32.Decode(secret), message);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
