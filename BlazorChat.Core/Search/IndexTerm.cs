namespace BlazorChat.Core.Search;

/// <summary>A term as the index keeps it.</summary>
/// <param name="Text">
/// Folded letters and digits, one or two characters of a script without spaces, a symbol, a pair of words, or a mark for what the message is. Never
/// white space or ASCII punctuation but <c>-</c> and <c>_</c>.
/// </param>
/// <param name="IsPrefix">Whether every term that begins like this is meant.</param>
public readonly record struct IndexTerm(string Text, bool IsPrefix = false)
{
    /// <summary>Longer words are cut for the index; the text decides.</summary>
    internal const int MaxLength = 40;

    /// <summary>The most that a term takes in UTF-8.</summary>
    internal const int MaxBytes = MaxLength * 4;

    // A private character followed by something: in a text, it is always a term by itself.
    private const char Mark = '\uE000';

    /// <summary>The message has a link.</summary>
    public static IndexTerm Link { get; } = new(Mark + "link");

    /// <summary>The message has a file.</summary>
    public static IndexTerm File { get; } = new(Mark + "file");

    /// <summary>The message's file is a picture.</summary>
    public static IndexTerm Image { get; } = new(Mark + "image");

    /// <summary>The message is a reply in a thread.</summary>
    public static IndexTerm Thread { get; } = new(Mark + "thread");

    /// <summary>The message is of a room. There are 1.7 million of these terms, so very many rooms share some.</summary>
    public static IndexTerm OfRoom(string id) => Short('r', id);

    /// <summary>The message is by someone, or by one of the few who share the term.</summary>
    public static IndexTerm By(string userId) => Short('u', userId);

    private static IndexTerm Short(char kind, string id)
    {
        var term = new ShortTerm();
        foreach (var letter in id)
            term.Add(letter);
        return new IndexTerm(term.Write($"{Mark}{kind}", digits: 4));
    }
}
