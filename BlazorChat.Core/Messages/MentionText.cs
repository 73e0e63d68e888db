using BlazorChat.Core.Formatting;

namespace BlazorChat.Core.Messages;

/// <summary>Who is meant by the names in a text.</summary>
public static class MentionText
{
    /// <summary>The most people one message can mention; further ones are not mentioned.</summary>
    public const int Most = 50;

    /// <summary>The words in a text that may be names of people it mentions.</summary>
    public static IEnumerable<NameWord> In(Formatted text) => text.Names.Take(Most);

    /// <returns>Of a word in the text whom it means and what they are called, or null.</returns>
    internal static Func<NameWord, Addressed?> Among(IReadOnlyList<Mention> mentions, IReadOnlyDictionary<string, string> called)
    {
        if (mentions.Count == 0)
            return _ => null;
        // By null, everybody.
        var users = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var mention in mentions)
        {
            if (mention.OwnName is { } own)
                users.TryAdd(own, mention.UserId);
            foreach (var word in mention.ByWords)
                users[word] = null;
        }
        // A mention is a hundred times as long as its name: those after the last that can address somebody are shown as written.
        var left = Most;
        return word => left > 0 && word.Names().FirstOrDefault(users.ContainsKey) is { } name && left-- > 0
            ? new Addressed(name, users[name], users[name] is { } user ? called.GetValueOrDefault(user) : null) : null;
    }
}
