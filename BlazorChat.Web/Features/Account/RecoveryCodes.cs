using System.Security.Cryptography;

namespace BlazorChat.Web.Features.Account;

/// <summary>Codes for the day when the authenticator app is lost. Each serves once.</summary>
/// <param name="Codes">Ten, of fifty random bits: too many to guess at, so a plain hash of them keeps them secret.</param>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes)
{
    private const int Count = 10;
    private const int HalfLength = 5;

    // Without what is easily mistaken for something else on paper.
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    public static RecoveryCodes New() => new([.. Enumerable.Range(0, Count).Select(_ =>
        $"{RandomNumberGenerator.GetString(Letters, HalfLength)}-{RandomNumberGenerator.GetString(Letters, HalfLength)}")]);

    /// <summary>However it was typed: dashes, spaces and capitals do not count.</summary>
    internal static string HashOf(string code) =>
        Convert.ToHexString(TokenSecret.Hash(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()));
}
