using System.Collections.Frozen;

namespace BlazorChat.Core.Formatting;

/// <summary>
/// Emoji by the names that people write between colons: <c>:tada:</c>. They are GitHub's, from the same table as the picker's:
/// <c>vendor/emoji</c> renews both.
/// </summary>
public static class Shortcodes
{
    /// <summary>The longest name that is looked up.</summary>
    public const int LongestName = 50;

    private static readonly FrozenDictionary<string, string> Emoji = Read();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Emoji.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All emoji in their normal form, each once for each of its names.</summary>
    public static IReadOnlyDictionary<string, string> All => Emoji;

    /// <param name="name">Without the colons. Case does not matter.</param>
    /// <returns>Null if no emoji is called so.</returns>
    public static string? Find(ReadOnlySpan<char> name) => BySpan.TryGetValue(name, out var emoji) ? emoji : null;

    private static FrozenDictionary<string, string> Read()
    {
        using var table = new StreamReader(typeof(Shortcodes).Assembly.GetManifestResourceStream("BlazorChat.Core.Formatting.shortcodes.txt")!);
        Dictionary<string, string> emoji = [];
        while (table.ReadLine()?.Split(' ') is [var sign, .. var names])
            foreach (var name in names)
                emoji.Add(name, sign);
        return emoji.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
