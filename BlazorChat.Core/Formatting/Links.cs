using System.Buffers;
using System.Globalization;

namespace BlazorChat.Core.Formatting;

/// <summary>Finds links and e-mail addresses in running text, and says which addresses a link may have.</summary>
internal static class Links
{
    // What no address has in it: white space, signs around it, and characters that change the direction or cannot be seen.
    private static readonly SearchValues<char> Ends = SearchValues.Create(
        Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c)
            .Where(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"' or '`' || char.GetUnicodeCategory(c) == UnicodeCategory.Format).ToArray());

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789abcdefABCDEF:.");

    private static readonly string[] Schemes = ["https", "http", "mailto"];
    private static readonly string[] Beginnings = ["https://", "http://", "mailto:"];

    /// <param name="text">The text.</param>
    /// <param name="colon">Where the colon of an address would stand.</param>
    /// <param name="from">Where it may begin.</param>
    /// <param name="end">Where the text ends.</param>
    public static Token Web(string text, int colon, int from, int end)
    {
        foreach (var scheme in Schemes)
        {
            var start = colon - scheme.Length;
            if (start < from || !text.AsSpan(start, scheme.Length).Equals(scheme, StringComparison.OrdinalIgnoreCase) || Continues(text, start))
                continue;
            var run = text.AsSpan(start, end - start);
            if (run.IndexOfAny(Ends) is >= 0 and var ends)
                run = run[..ends];
            if (run.IndexOf("](", StringComparison.Ordinal) is >= 0 and var closes)
                run = run[..closes]; // the text of a link, which is an address itself
            // First of all the host: a text may repeat what only begins like a link, and each of them would be read to the end of the line.
            var host = run[..EndOfHost(run, scheme)];
            if (!HasHost(host, scheme) || (host.Length < run.Length && !IsAllowed(LinkEnd.Cut(host).ToString(), out _)))
                return default;
            var address = LinkEnd.Cut(run).ToString();
            return IsAllowed(address, out _) ? new Token(TokenKind.Address, start, start + address.Length, address) : default;
        }
        return default;
    }

    public static Token Mail(string text, int at, int from, int end)
    {
        var start = at;
        while (start > from && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '+' or '-'))
            start--;
        while (start < at && !char.IsAsciiLetterOrDigit(text[start]))
            start++;
        var stop = at + 1;
        while (stop < end && (char.IsAsciiLetterOrDigit(text[stop]) || text[stop] is '.' or '-'))
            stop++;
        while (stop > at + 1 && !char.IsAsciiLetterOrDigit(text[stop - 1]))
            stop--;
        var host = text.AsSpan(at + 1, stop - at - 1);
        var isMail = start < at && text[at - 1] is not '.' && !Continues(text, start) && host.LastIndexOf('.') is > 0 and var dot &&
            host[(dot + 1)..] is { Length: > 1 } top && !top.ContainsAnyExceptInRange('A', 'z') && !host.Contains("..", StringComparison.Ordinal) &&
            (stop == end || !char.IsLetterOrDigit(text[stop]) || Script.IsWrittenWithoutSpaces(text[stop])) && at - start <= 64 && host.Length < 255;
        return isMail ? new Token(TokenKind.Address, start, stop, "mailto:" + text[start..stop]) : default;
    }

    /// <summary>http, https and mailto, and nothing that a browser reads otherwise than it is written.</summary>
    public static bool IsAllowed(string address, out Uri uri)
    {
        uri = null!;
        return Array.Exists(Beginnings, beginning => address.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) &&
            !address.AsSpan().ContainsAny(Ends) && Uri.TryCreate(address, UriKind.Absolute, out uri!) && uri.Host.Length > 0;
    }

    private static int EndOfHost(ReadOnlySpan<char> run, string scheme)
    {
        var start = StartOfHost(run, scheme);
        return run[start..].IndexOfAny('/', '?', '#') is >= 0 and var path ? start + path : run.Length;
    }

    private static int StartOfHost(ReadOnlySpan<char> run, string scheme) => Math.Min(run.Length, scheme.Length + (scheme == "mailto" ? 1 : 3));

    private static bool HasHost(ReadOnlySpan<char> run, string scheme)
    {
        var host = run[StartOfHost(run, scheme)..];
        host = host[(host.LastIndexOf('@') + 1)..];
        return !host.IsEmpty && host.Length < 300 && !host.Contains("..", StringComparison.Ordinal) &&
            (char.IsLetterOrDigit(host[0]) || host[0] == '[' || char.IsSurrogate(host[0])) &&
            (host[0] == '[' ? IsBracketed(host) : host.IndexOf(':') is not (>= 0 and var colon) || IsPort(host[(colon + 1)..]));
    }

    private static bool IsBracketed(ReadOnlySpan<char> host) =>
        host.IndexOf(']') is > 0 and var closes && !host[1..closes].ContainsAnyExcept(OfNumbers) &&
        (closes + 1 == host.Length || (host[closes + 1] == ':' ? IsPort(host[(closes + 2)..]) : !char.IsLetterOrDigit(host[closes + 1])));

    private static bool IsPort(ReadOnlySpan<char> port) => port.IsEmpty || char.IsAsciiDigit(port[0]);

    // "xhttps://" is no link; in scripts without spaces, letters may stand right before one. "_https://example.org_" is emphasis.
    private static bool Continues(string text, int start)
    {
        var before = start - 1;
        while (before >= 0 && text[before] == '_')
            before--;
        return before >= 0 && char.IsLetterOrDigit(text[before]) && (before < start - 1 || !Script.IsWrittenWithoutSpaces(text[before]));
    }
}
