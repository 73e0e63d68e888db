using System.Security.Cryptography;

namespace BlazorChat.Web.Features.Account;

/// <summary>Codes to sign in with when the authenticator app is lost. Each works once.</summary>
/// <param name="Codes">Ten codes of fifty random bits each. That is too much to guess, so a plain hash keeps them secret.</param>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes)
{
    private const int Count = 10;
    private const int HalfLength = 5;

    // Without characters that are easily confused on paper.
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    public static RecoveryCodes New() => new([.. Enumerable.Range(0, Count).Select(_ =>
        $"{RandomNumberGenerator.GetString(Letters, HalfLength)}-{RandomNumberGenerator.GetString(Letters, HalfLength)}")]);

    /// <summary>Ignores dashes, spaces and capitals in what was typed.</summary>
    internal static string HashOf(string code) =>
        Convert.ToHexString(TokenSecret.Hash(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()));
}
