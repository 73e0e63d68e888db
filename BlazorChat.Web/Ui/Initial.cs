using System.Globalization;

namespace BlazorChat.Web.Ui;

/// <summary>Initials on a colour, shown for a person without a picture. The colour depends on the user id only.</summary>
public static class Initial
{
    private static readonly char[] Separators = ['.', '-', '_', ' '];

    /// <returns>One letter, or two if the name has parts: "ada" gives A, "grace.hopper" gives GH.</returns>
    public static string Of(string username)
    {
        var parts = username.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? "?" : string.Concat(parts.Take(2).Select(First)).ToUpperInvariant();
    }

    /// <returns>A hue in degrees. Not from <see cref="string.GetHashCode()"/>, which differs in every process.</returns>
    public static int HueOf(string userId)
    {
        var hash = 2166136261u; // FNV-1a
        foreach (var c in userId)
            hash = unchecked((hash ^ c) * 16777619u);
        return (int)(hash % 360);
    }

    private static string First(string part) => StringInfo.GetNextTextElement(part);
}
