namespace BlazorChat.Core.Formatting;

internal enum TokenKind
{
    None,
    Address,
    Name,
    Emoji,
}

/// <summary>A piece of a text that is more than words: a link, an e-mail address, a name after an @, an emoji by its name.</summary>
/// <param name="Kind">What it is; <see cref="TokenKind.None"/>: nothing.</param>
/// <param name="Start">Where it begins, which for links and e-mail addresses is before the sign.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="Value">Where an address leads, the word of a name, an emoji.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Value);
