namespace BlazorChat.Core.Formatting;

/// <summary>What differs between scripts.</summary>
internal static class Script
{
    /// <summary>Han, Japanese, Korean with its particles, Thai, Lao, Tibetan, Myanmar, Khmer.</summary>
    public static bool IsWrittenWithoutSpaces(char letter) => letter is
        (>= '\u0E00' and <= '\u109F') or (>= '\u1780' and <= '\u17FF') or (>= '\u3040' and <= '\u31FF') or
        (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF66' and <= '\uFFDC');
}
