using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace BlazorChat.Core.Messages;

/// <summary>Makes a message's text safe to show: everything is encoded, links become clickable, line breaks are kept.</summary>
public static partial class MessageHtml
{
    // Letters of every script stay readable; what HTML gives a meaning to is always encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string From(string text)
    {
        var html = new StringBuilder();
        var written = 0;
        foreach (Match link in Links().Matches(text))
        {
            var address = WithoutTrailingPunctuation(link.Value);
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
                continue;
            html.Append(Encode(text[written..link.Index]));
            html.Append("<a href=\"").Append(Encoder.Encode(address))
                .Append("\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">").Append(Encode(address)).Append("</a>");
            written = link.Index + address.Length;
        }
        return html.Append(Encode(text[written..])).ToString();
    }

    private static string Encode(string text) => Encoder.Encode(text).Replace("&#xA;", "<br>", StringComparison.Ordinal);

    private static string WithoutTrailingPunctuation(string address)
    {
        address = address.TrimEnd('.', ',', ';', ':', '!', '?', '\'', '"', '*', '_');
        // "(see https://example.org/a)" ends before the bracket, "https://example.org/a_(b)" after it.
        while (address.EndsWith(')') && address.Count(c => c == ')') > address.Count(c => c == '('))
            address = address[..^1].TrimEnd('.', ',', ';', ':', '!', '?');
        return address;
    }

    [GeneratedRegex(@"\bhttps?://[^\s<>""]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Links();
}
