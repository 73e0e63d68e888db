using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace BlazorChat.Core.Users;

/// <summary>
/// The six digits of an authenticator app (RFC 6238). Identity's own check asks the machine's clock, takes codes of five
/// minutes and each of them any number of times.
/// </summary>
public static class Totp
{
    private const int StepSeconds = 30;
    private const int SecretBytes = 20;

    // A phone's clock may be a little wrong, and typing takes time.
    private const int Drift = 1;

    /// <summary>A secret as authenticator apps take it.</summary>
    public static string NewSecret() => Base32.Encode(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <param name="secret">From <see cref="NewSecret"/>.</param>
    /// <param name="code">What was typed; white space does not count.</param>
    /// <param name="now">Unix milliseconds.</param>
    /// <param name="lastStep">The step that this returned the last time: its code, and older ones, are used up.</param>
    /// <returns>The step whose code it is; null if it is none that is good now.</returns>
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

    /// <summary>The code of a moment, Unix milliseconds.</summary>
    public static string CodeAt(string secret, long now) => CodeOf(secret, now / 1000 / StepSeconds);

    private static string CodeOf(string secret, long step)
    {
        Span<byte> message = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(message, step);
#pragma warning disable CA5350 // What authenticator apps speak; nothing here rests on SHA-1 being free of collisions.
        var hash = HMACSHA1.HashData(Base32.Decode(secret), message);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
