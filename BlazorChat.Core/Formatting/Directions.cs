using System.Buffers;

namespace BlazorChat.Core.Formatting;

/// <summary>
/// Characters that change the order in which others are shown. What stands between them may look like another text. The marks for
/// one place (U+200E, U+200F, U+061C) are none of them.
/// </summary>
internal static class Directions
{
    /// <summary>Shown in their place where they may only deceive.</summary>
    public const char Shown = '\uFFFD';

    /// <summary>Embeddings, overrides and isolates.</summary>
    public static readonly SearchValues<char> All = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>Whether it turns letters around. No script needs that.</summary>
    public static bool IsOverride(int character) => character is 0x202D or 0x202E;
}
