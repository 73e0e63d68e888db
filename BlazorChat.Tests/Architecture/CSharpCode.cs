using System.Text;
using System.Text.RegularExpressions;

namespace BlazorChat.Tests.Architecture;

/// <summary>What is code in a source. All else becomes blanks, so that what is left stays on its line.</summary>
internal static partial class CSharpCode
{
    /// <summary>Without comments and strings; what stands in the holes of <c>$"..."</c> is code. Raw strings are taken for text.</summary>
    public static string In(string source) => NoCode().Replace(source, match =>
    {
        var blank = new StringBuilder(Blank(match.Value));
        foreach (Capture hole in match.Groups["hole"].Captures)
            blank.Remove(hole.Index - match.Index, hole.Length).Insert(hole.Index - match.Index, In(hole.Value));
        return blank.ToString();
    });

    /// <summary>Without what only people read: text between tags, attributes that are mere words.</summary>
    public static string InRazor(string source)
    {
        var at = source.IndexOf("@code", StringComparison.Ordinal);
        var (markup, code) = at < 0 ? (source, "") : (source[..at], source[at..]);
        markup = Text().Replace(MarkupComment().Replace(markup, match => Blank(match.Value)), match => Blank(match.Value));
        return Words().Replace(markup, match => Blank(match.Value)) + In(code);
    }

    private static string Blank(string text) => NoLineEnd().Replace(text, " ");

    [GeneratedRegex("""
        //[^\n]* | /\*.*?\*/
        | \$*(?<quotes>"{3,}) .*? \k<quotes>(?!")
        | (?:@\$?|\$@)" (?: [^"] | "" )* "
        | \$" (?: [^"\\{] | \\. | \{\{ | \{ (?<hole> (?: [^{}"] | "(?:[^"\\]|\\.)*" | (?<open>\{) | (?<-open>\}) )* ) (?(open)(?!)) \} )* "
        | " (?: [^"\\\n] | \\. )* "
        | ' (?: [^'\\\n] | \\[^\n']+ | \\' ) '
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex NoCode();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex MarkupComment();

    [GeneratedRegex("""(?<=>)[^<>@(){};]*(?=<)""")]
    private static partial Regex Text();

    // Code in an attribute calls, reaches into something, or says which type a component is for: T="RoomRole".
    [GeneratedRegex("""(?<=\s(?!T([A-Z]\w*)?=)[\w-]+=")(?![^"]*\.\w)[^"@(]*(?=")""", RegexOptions.ExplicitCapture)]
    private static partial Regex Words();

    [GeneratedRegex(@"[^\n]")]
    private static partial Regex NoLineEnd();
}
