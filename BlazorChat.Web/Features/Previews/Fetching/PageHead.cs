using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BlazorChat.Core;
using BlazorChat.Core.Messages;

namespace BlazorChat.Web.Features.Previews.Fetching;

/// <summary>Reads what a page says of itself in its head: OpenGraph, else its title and description.</summary>
internal static partial class PageHead
{
    // A charset is to be named among the first 1,024 bytes; many name it a little later.
    private const int CharsetWithin = 4096;

    static PageHead() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="page">The page's beginning.</param>
    /// <param name="charset">As the server named it.</param>
    /// <returns>The summary without its picture, and where the picture is. Null if the page has no title.</returns>
    public static (PageSummary Summary, string? Picture)? Read(byte[] page, string? charset)
    {
        // Of the head alone: a parser that goes on into the page can be led as deep as its stack allows.
        if (new HtmlParser().ParseHead(Text(page, charset)) is not { } head)
            return null;
        var said = Said(head);
        string? Of(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                if (said.TryGetValue(name, out var value))
                    return value;
            return null;
        }
        var title = Line(Of("og:title", "twitter:title") ?? head.Children.OfType<IHtmlTitleElement>().FirstOrDefault()?.Text, LinkedPage.MaxTitle);
        if (title.Length == 0)
            return null;
        var description = Line(Of("og:description", "twitter:description", "description"), LinkedPage.MaxDescription);
        var site = Line(Of("og:site_name", "application-name"), LinkedPage.MaxSiteName);
        return (new PageSummary(title, description == title ? "" : description, site, null), Of("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"));
    }

    // The first one of each name counts.
    private static Dictionary<string, string> Said(IHtmlHeadElement head)
    {
        Dictionary<string, string> said = new(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in head.Children.OfType<IHtmlMetaElement>())
            if ((meta.GetAttribute("property") ?? meta.Name) is { Length: > 0 } name && !string.IsNullOrWhiteSpace(meta.Content))
                said.TryAdd(name.Trim(), meta.Content);
        return said;
    }

    private static string Line(string? text, int most)
    {
        var line = PlainLine.Clean(text);
        return line.Length <= most ? line : string.Concat(line.EnumerateRunes().Take(most - 1)).TrimEnd() + "…";
    }

    private static string Text(byte[] page, string? charset)
    {
        using var reader = new StreamReader(
            new MemoryStream(page), Named(charset) ?? Named(InMeta(page)) ?? Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static string? InMeta(byte[] page) =>
        CharsetInMeta().Match(Encoding.Latin1.GetString(page, 0, Math.Min(page.Length, CharsetWithin))) is { Success: true } match ? match.Groups[1].Value : null;

    private static Encoding? Named(string? charset)
    {
        try
        {
            return string.IsNullOrEmpty(charset) ? null : Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CharsetInMeta();
}
