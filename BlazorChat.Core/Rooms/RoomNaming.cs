using System.Text;

namespace BlazorChat.Core.Rooms;

/// <summary>What people call a room: 1 to 80 characters on one line.</summary>
public readonly record struct RoomName
{
    public const int MaxLength = 80;

    private RoomName(string value) => Value = value;

    public string Value { get; }

    public static Result<RoomName> Parse(string? input) =>
        PlainLine.Clean(input) is not { Length: > 0 } name ? Refusal.Invalid("name", "Give the room a name.")
        : name.Length > MaxLength ? Refusal.Invalid("name", $"A room's name has at most {MaxLength} characters.")
        : new RoomName(name);
}

/// <summary>What a room is about: up to 250 characters on one line, or nothing.</summary>
public readonly record struct RoomTopic
{
    public const int MaxLength = 250;

    private RoomTopic(string value) => Value = value;

    public string Value { get; }

    public static Result<RoomTopic> Parse(string? input) =>
        PlainLine.Clean(input) is { Length: > MaxLength }
            ? Refusal.Invalid("topic", $"A room's topic has at most {MaxLength} characters.")
            : new RoomTopic(PlainLine.Clean(input));
}

/// <summary>The id of a public room, as it stands in its address: lower-case letters, digits and hyphens, 1 to 64.</summary>
public readonly record struct RoomSlug
{
    public const int MaxLength = 64;

    private RoomSlug(string value) => Value = value;

    public string Value { get; }

    public static Result<RoomSlug> Parse(string? input) =>
        input is { Length: > 0 and <= MaxLength } && input.All(IsAllowed) && input[0] != '-' && input[^1] != '-'
            ? new RoomSlug(input)
            : Refusal.Invalid("id", "A room's id has 1 to 64 lower-case letters, digits and hyphens, and no hyphen at its ends.");

    /// <summary>"Café  Lounge!" becomes <c>cafe-lounge</c>; a name without a usable letter gets a random slug.</summary>
    public static RoomSlug From(RoomName name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Value.ToLowerInvariant().Select(Latin.WithoutAccent))
        {
            if (c != '-' && IsAllowed(c))
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-' && !char.IsSurrogate(c) && char.IsAscii(c))
                slug.Append('-');
        }
        var trimmed = slug.ToString(0, Math.Min(slug.Length, MaxLength)).Trim('-');
        return new RoomSlug(trimmed.Length > 0 ? trimmed : "room-" + Convert.ToHexStringLower(Guid.NewGuid().ToByteArray())[..8]);
    }

    private static bool IsAllowed(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
}
