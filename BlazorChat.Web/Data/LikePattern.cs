using System.Text.RegularExpressions;

namespace BlazorChat.Web.Data;

/// <summary>Patterns for LIKE, which pays no attention to case.</summary>
internal static partial class LikePattern
{
    public const string Escape = @"\";

    /// <summary>Whatever contains this text.</summary>
    public static string Containing(string text) => $"%{Special().Replace(text, @"\$0")}%";

    [GeneratedRegex(@"[\\%_]")]
    private static partial Regex Special();
}
