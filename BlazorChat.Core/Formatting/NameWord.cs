using BlazorChat.Core.Users;

namespace BlazorChat.Core.Formatting;

/// <summary>All characters after an @ that could belong to a name; some may be the end of a sentence.</summary>
public readonly record struct NameWord(string Word)
{
    /// <summary>The names that the word may mean, the longest first: for "ada." the names "ada." and "ada".</summary>
    public IEnumerable<string> Names()
    {
        var shortest = Word.AsSpan().TrimEnd("._-").Length;
        for (var length = Math.Min(Word.Length, Username.MaxLength); length >= Math.Max(shortest, Username.MinLength); length--)
            yield return Word[..length];
    }
}
