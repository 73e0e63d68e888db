using System.Text;
using System.Text.RegularExpressions;

namespace BlazorChat.Core.Formatting;

/// <summary>Finds links whose words look like another address than the one to which they lead.</summary>
internal static partial class Disguise
{
    // Names of files and programs look like hosts, too. None of the first is the ending of a host; few hosts end in the second.
    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        "cpp", "cs", "csproj", "css", "csv", "doc", "docx", "exe", "gif", "html", "java", "jpg", "js", "json", "log", "pdf", "png", "razor", "sln", "sql", "svg", "toml", "ts", "txt", "webp", "xls", "xlsx", "xml", "yaml", "yml",
        "md", "py", "rs", "sh",
    };

    private static readonly HashSet<string> Programs = new(StringComparer.OrdinalIgnoreCase) { "ado.net", "asp.net", "ml.net", "vb.net" };

    /// <param name="words">The text of the link.</param>
    /// <param name="target">Where it leads.</param>
    public static bool Hides(string words, Uri target)
    {
        if (words.AsSpan().ContainsAny(Directions.All))
            return true; // they are read in another order than they are written
        var seen = Seen(words);
        if (!seen.AsSpan().ContainsAny('.', ':', '@'))
            return false; // as in most words, which need not be searched
        return Addresses().Matches(seen).Any(address => !Leads(address, target)) || NamesOther(seen, target);
    }

    // Not every host has a full stop in it: "https://localhost", "https://[::1]".
    private static bool Leads(Match address, Uri target) =>
        (IsSame(address.Groups["host"].Value, target.Host) || IsSame(address.Groups["host"].Value, target.IdnHost)) &&
        (target.Scheme != Uri.UriSchemeMailto || string.Equals(address.Groups["user"].Value, target.UserInfo, StringComparison.OrdinalIgnoreCase));

    // In a sentence, too: "bank.com login".
    private static bool NamesOther(string seen, Uri target)
    {
        foreach (var range in seen.AsSpan().Split(' '))
        {
            var word = seen.AsSpan(range);
            var isAddress = word.Contains("://", StringComparison.Ordinal) || word.Contains("www.", StringComparison.OrdinalIgnoreCase) || word.Contains('@');
            var beginning = word[..EndOfHost(word)];
            if (Names(Hosts().IsMatch(beginning) ? beginning : word, isAddress, target))
                return true;
        }
        return false;
    }

    private static bool Names(ReadOnlySpan<char> word, bool isAddress, Uri target)
    {
        foreach (var match in Hosts().EnumerateMatches(word))
        {
            var host = word.Slice(match.Index, match.Length).ToString();
            var isUser = target.Scheme == Uri.UriSchemeMailto && word[(match.Index + match.Length)..].StartsWith('@');
            var isHost = isAddress || !(Endings.Contains(host[(host.LastIndexOf('.') + 1)..]) || Programs.Contains(host));
            if (isHost && !isUser && !IsSame(host, target.Host) && !IsSame(host, target.IdnHost))
                return true;
        }
        return false;
    }

    // What stands in a path is no host.
    private static int EndOfHost(ReadOnlySpan<char> word)
    {
        var start = word.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        return word[start..].IndexOfAny('/', '?', '#') is >= 0 and var path ? start + path : word.Length;
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
