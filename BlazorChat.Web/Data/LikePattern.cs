using System.Text.RegularExpressions;

namespace BlazorChat.Web.Data;

/// <summary>Patterns for LIKE, which pays no attention to case.</summary>
internal static partial class LikePattern
{
    public const string Escape = @"\";

    /// <summary>Whatever contains this text.</summary>
    public static string Containing(string text) => "%" + Beginning(text);

    /// <summary>Whatever begins with this text.</summary>
    public static string Beginning(string text) => Special().Replace(text, @"\$0") + "%";

    /// <summary>
    /// Whatever may contain this text in any case, and a little more: LIKE knows the case of ASCII's letters alone, so that
    /// all others stand for any one. Who wants exactly the text looks at what was found.
    /// </summary>
    public static string MaybeContaining(string text) => BeyondAscii().Replace(Containing(text), "_");

    [GeneratedRegex(@"[\\%_]")]
    private static partial Regex Special();

    // Both halves of a pair are one character to LIKE.
    [GeneratedRegex(@"[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\x00-\x7F]")]
    private static partial Regex BeyondAscii();
}
