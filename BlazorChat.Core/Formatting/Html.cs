using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace BlazorChat.Core.Formatting;

/// <summary>Someone whom a text addresses.</summary>
/// <param name="Name">What of the word is their name.</param>
/// <param name="UserId">Who it is; null: many at once.</param>
/// <param name="Shown">What they are called; null: as written.</param>
internal readonly record struct Addressed(string Name, string? UserId, string? Shown);

/// <summary>Writes a text as HTML that is safe to show: these elements and attributes alone, and everything else encoded.</summary>
/// <param name="addressed">Who is meant by a word after an @; null: nobody.</param>
internal sealed class Html(Func<NameWord, Addressed?> addressed) : Telling
{
    // Letters of every script stay readable; characters with a meaning in HTML are always encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly SearchValues<char> Safe = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:!?()-_/@#*=[]");

    private readonly StringBuilder html = new(512);

    public override void Words(ReadOnlySpan<char> words) => Encode(words);

    public override void LineBreak() => html.Append("<br>");

    public override void Code(ReadOnlySpan<char> code)
    {
        html.Append("<code dir=\"ltr\">");
        EncodeCode(code);
        html.Append("</code>");
    }

    public override void CodeBlock(string? language, IReadOnlyList<ReadOnlyMemory<char>> code)
    {
        html.Append("<pre dir=\"ltr\"><code");
        if (language is not null)
        {
            html.Append(" class=\"language-");
            Encode(language);
            html.Append('"');
        }
        html.Append('>');
        for (var i = 0; i < code.Count; i++)
        {
            if (i > 0 || code[i].IsEmpty)
                html.Append('\n'); // the first line break in a pre is not shown
            EncodeCode(code[i].Span);
        }
        html.Append("</code></pre>");
    }

    public override void Address(string href, ReadOnlySpan<char> shown)
    {
        Link(href, hasTitle: false);
        Encode(shown);
        html.Append("</a>");
    }

    // The title shows what was written. An edit begins with it.
    public override void Name(NameWord word)
    {
        if (addressed(word) is not var (name, userId, shown))
        {
            html.Append('@');
            Encode(word.Word);
            return;
        }
        html.Append("<span class=\"mention");
        if (userId is not null)
        {
            html.Append("\" data-user=\"");
            Encode(userId);
        }
        if (shown is not null)
        {
            html.Append("\" title=\"@");
            Encode(name);
        }
        html.Append("\">@");
        Encode(shown ?? name);
        html.Append("</span>");
        Encode(word.Word.AsSpan(name.Length));
    }

    public override void Begin(Part part)
    {
        if (part.Kind == PartKind.Link)
            Link(part.Value!, hasTitle: true);
        else if (part is { Kind: PartKind.OrderedList, Value: { } first })
            html.Append("<ol dir=\"auto\" start=\"").Append(first).Append("\">");
        else
            html.Append('<').Append(Element(part.Kind)).Append(part.Kind < PartKind.Bold ? " dir=\"auto\">" : ">");
    }

    public override void End(Part part) => html.Append("</").Append(Element(part.Kind)).Append('>');

    public override string ToString() => html.ToString();

    private static string Element(PartKind kind) => kind switch
    {
        PartKind.Paragraph => "p",
        PartKind.Quote => "blockquote",
        PartKind.List => "ul",
        PartKind.OrderedList => "ol",
        PartKind.Item => "li",
        PartKind.Bold => "strong",
        PartKind.Italic => "em",
        PartKind.Struck => "del",
        _ => "a",
    };

    // Where words hide the address, its title tells it.
    private void Link(string href, bool hasTitle)
    {
        html.Append("<a href=\"");
        Encode(href);
        if (hasTitle)
        {
            html.Append("\" title=\"");
            Encode(href);
        }
        html.Append("\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">");
    }

    // Code is read in the order in which it runs.
    private void EncodeCode(ReadOnlySpan<char> code)
    {
        for (int next; (next = code.IndexOfAny(Directions.All)) >= 0; code = code[(next + 1)..])
        {
            Encode(code[..next]);
            html.Append(Directions.Shown);
        }
        Encode(code);
    }

    private void Encode(ReadOnlySpan<char> words)
    {
        if (!words.ContainsAnyExcept(Safe))
        {
            html.Append(words);
            return;
        }
        Span<char> encoded = stackalloc char[256];
        while (!words.IsEmpty)
        {
            Encoder.Encode(words, encoded, out var read, out var written);
            html.Append(encoded[..written]);
            words = words[read..];
        }
    }
}
