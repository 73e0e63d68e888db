using System.Text;
using System.Text.RegularExpressions;

namespace BlazorChat.Core.Formatting;

/// <summary>Finds links whose words look like another address than the one to which they lead.</summary>
internal static partial class Disguise
{
    // Names of files and programs look like hosts, too.
    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase) { "cs", "js", "md", "net", "pl", "ps", "py", "rs", "sh", "ts" };

    /// <param name="words">The text of the link.</param>
    /// <param name="target">Where it leads.</param>
    public static bool Hides(string words, Uri target)
    {
        if (words.AsSpan().ContainsAny(Directions.All))
            return true; // they are read in another order than they are written
        var seen = Seen(words);
        var isAddress = seen.Contains("://", StringComparison.Ordinal) || seen.Contains("www.", StringComparison.OrdinalIgnoreCase) || seen.Contains('@', StringComparison.Ordinal);
        if (!isAddress && seen.Contains(' ', StringComparison.Ordinal))
            return false; // a sentence
        return (isAddress && Addresses().Matches(seen).Any(address => !Leads(address, target))) || Others(seen, Hosts().EnumerateMatches(seen), isAddress, target);
    }

    // Not every host has a full stop in it: "https://localhost", "https://[::1]".
    private static bool Leads(Match address, Uri target) =>
        (IsSame(address.Groups["host"].Value, target.Host) || IsSame(address.Groups["host"].Value, target.IdnHost)) &&
        (target.Scheme != Uri.UriSchemeMailto || string.Equals(address.Groups["user"].Value, target.UserInfo, StringComparison.OrdinalIgnoreCase));

    private static bool Others(string seen, Regex.ValueMatchEnumerator hosts, bool isAddress, Uri target)
    {
        foreach (var match in hosts)
        {
            var host = seen[match.Index..(match.Index + match.Length)];
            if (isAddress || !Endings.Contains(host[(host.LastIndexOf('.') + 1)..]))
                return !IsSame(host, target.Host) && !IsSame(host, target.IdnHost);
        }
        return false;
    }

    private static bool IsSame(string one, string other) => string.Equals(WithoutWww(one), WithoutWww(other), StringComparison.OrdinalIgnoreCase);

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

    // As it is seen: without what is invisible, and with all full stops alike, and so colons and slashes.
    private static string Seen(string words)
    {
        var seen = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
            if (rune.Value is 0x3002 or 0xFF0E or 0xFF61 or 0x2024 or 0xFE52)
                seen.Append('.');
            else if (rune.Value is 0xFF1A or 0x2236 or 0xA789)
                seen.Append(':');
            else if (rune.Value is 0xFF0F or 0x2044 or 0x2215)
                seen.Append('/');
            else if (rune.Value == ' ' || Visible.IsVisible(rune))
                seen.Append(rune);
        return seen.ToString().Trim();
    }

    [GeneratedRegex(@"(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}]{2,}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Hosts();

    [GeneratedRegex(@"(?:://(?:[^\s/?#@]*@)?|(?<user>[^\s/?#@:<(]+)@)(?<host>\[[^\s\]]*\]|[^\s/?#@:,;()<>]*[^\s/?#@:,;()<>.!])", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();
}
