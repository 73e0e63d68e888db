using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace BlazorChat.Core.Messages;

/// <summary>
/// Makes a message's text safe to show: everything is encoded, links become clickable, mentions are marked, line breaks are
/// kept.
/// </summary>
public static partial class MessageHtml
{
    // Letters of every script stay readable; characters with a meaning in HTML are always encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly Dictionary<string, string> NoNames = [];

    /// <param name="text">The message's text.</param>
    /// <param name="mentions">The mentions in it, by the names that the text uses.</param>
    /// <param name="called">Display names by user id. Shown instead of the name in the text.</param>
    public static string From(
        string text, IReadOnlyList<Mention>? mentions = null, IReadOnlyDictionary<string, string>? called = null)
    {
        var html = new StringBuilder();
        var written = 0;
        foreach (var (index, length, markup) in Linked(text).Concat(Addressed(text, mentions ?? [], called ?? NoNames)).OrderBy(piece => piece.Index))
        {
            if (index < written)
                continue; // "@https://" is either a mention or a link, not both
            html.Append(Encode(text[written..index])).Append(markup);
            written = index + length;
        }
        return html.Append(Encode(text[written..])).ToString();
    }

    /// <summary>Whether a text has a link.</summary>
    public static bool HasLink(string text) => Linked(text).Any();

    private static IEnumerable<Piece> Linked(string text)
    {
        foreach (Match link in Links().Matches(text))
        {
            var address = LinkEnd.Cut(link.Value);
            if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0)
                yield return new Piece(link.Index, address.Length,
                    $"<a href=\"{Encoder.Encode(address)}\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">{Encode(address)}</a>");
        }
    }

    private static IEnumerable<Piece> Addressed(
        string text, IReadOnlyList<Mention> mentions, IReadOnlyDictionary<string, string> called)
    {
        foreach (var (index, name, userId) in MentionText.Of(text, mentions))
            yield return new Piece(index, name.Length + 1, Marked(userId, name, called.GetValueOrDefault(userId)));
    }

    // The title shows what was written. An edit begins with it.
    private static string Marked(string userId, string written, string? shown)
    {
        var title = shown is null ? "" : $" title=\"@{Encoder.Encode(written)}\"";
        return $"<span class=\"mention\" data-user=\"{Encoder.Encode(userId)}\"{title}>@{Encode(shown ?? written)}</span>";
    }

    private static string Encode(string text) => Encoder.Encode(text).Replace("&#xA;", "<br>", StringComparison.Ordinal);

    [GeneratedRegex(@"\bhttps?://[^\s<>""]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Links();

    /// <summary>A part of the text, and the HTML to replace it.</summary>
    private readonly record struct Piece(int Index, int Length, string Markup);
}
