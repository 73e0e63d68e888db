using System.Reflection;
using System.Text.RegularExpressions;

namespace BlazorChat.Web.Data;

/// <summary>Patterns for LIKE, which ignores the case of ASCII letters in every database.</summary>
internal static partial class LikePattern
{
    public const string Escape = @"\";

    internal static readonly MethodInfo Function = typeof(LikePattern).GetMethod(nameof(Matches))!;

    /// <summary>Whether a text matches a pattern. For queries only.</summary>
    public static bool Matches(string text, string pattern) => throw new NotSupportedException("For queries only.");

    /// <summary>Matches every text that contains this one.</summary>
    public static string Containing(string text) => "%" + Beginning(text);

    /// <summary>Matches every text that begins with this one.</summary>
    public static string Beginning(string text) => Special().Replace(Comparable(text), @"\$0") + "%";

    /// <summary>
    /// Matches every text that may contain this one in any case, and some others: LIKE knows the case of ASCII letters only,
    /// so any other letter matches every character. Callers check the results again.
    /// </summary>
    public static string MaybeContaining(string text) => BeyondAscii().Replace(Containing(text), "_");

    /// <summary>The text, as every database takes it: PostgreSQL refuses U+0000, which no stored text has.</summary>
    public static string Comparable(string text) => text.Replace('\0', '\uFFFD');

    [GeneratedRegex(@"[\\%_]")]
    private static partial Regex Special();

    // LIKE counts a surrogate pair as one character.
    [GeneratedRegex(@"[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\x00-\x7F]")]
    private static partial Regex BeyondAscii();
}
