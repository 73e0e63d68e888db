using System.Text.RegularExpressions;
using BlazorChat.Core.Formatting;

namespace BlazorChat.Core.Reactions;

/// <summary>A picture that people of this chat write as <c>:name:</c>.</summary>
public sealed partial class CustomEmoji
{
    public const int LongestName = 32;

    private CustomEmoji()
    {
    }

    /// <summary>2 to 32 small letters, digits, <c>_</c> and <c>-</c>, with a letter among them: 10:12:30 is a time. No emoji of Unicode is called so.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Who added it; null once their account is deleted.</summary>
    public string? UserId { get; private set; }

    /// <summary>The hash of the picture. It is part of the address, so browsers may cache the picture forever.</summary>
    public string Hash { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public byte[] Picture { get; private set; } = [];

    public static CustomEmoji Add(string name, string userId, EmojiPicture picture)
    {
        var emoji = new CustomEmoji { Name = name };
        emoji.Replace(userId, picture);
        return emoji;
    }

    public void Replace(string userId, EmojiPicture picture) =>
        (UserId, Hash, ContentType, Picture) = (userId, picture.Hash, picture.ContentType, picture.Bytes);

    /// <summary>The account of who added it is deleted.</summary>
    public void Orphan() => UserId = null;

    public static Result<string> ParseName(string? input)
    {
        var name = input?.ToLowerInvariant() ?? "";
        if (!Names().IsMatch(name))
            return Refusal.Invalid("name", $"A name has 2 to {LongestName} letters, digits, _ or -, with a letter among them, and no colons.");
        return Shortcodes.Find(name) is { } taken ? Refusal.Conflict("emoji_name_taken", $"{taken} is called so: choose another name.", "name") : name;
    }

    /// <returns>The name of a text like <c>:name:</c>; null: it is none.</returns>
    public static string? NameIn(string? text) => text is [':', .. var name, ':'] && Names().IsMatch(name) ? name : null;

    [GeneratedRegex("^(?=.*[a-z])[a-z0-9_-]{2,32}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}

/// <param name="Bytes">What is served.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Hash">Of the bytes.</param>
public sealed record EmojiPicture(byte[] Bytes, string ContentType, string Hash);
