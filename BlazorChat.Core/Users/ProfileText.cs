namespace BlazorChat.Core.Users;

/// <summary>
/// A display name: up to 64 characters on one line, or nothing. Not unique: where it matters who someone is, the username is
/// shown beside it.
/// </summary>
public readonly record struct DisplayName
{
    public const int MaxLength = 64;

    private static readonly Refusal Disguised = Refusal.Invalid(
        "display_name", "A display name has no invisible characters, and no more than a few marks on one letter.");

    private DisplayName(string? value) => Value = value;

    /// <summary>Null: they are shown by their username.</summary>
    public string? Value { get; }

    public static Result<DisplayName> Parse(string? input) => PlainLine.Clean(input) switch
    {
        _ when NameSafety.IsDisguised(input ?? "") => Disguised,
        { Length: 0 } => new DisplayName(null),
        { Length: > MaxLength } => Refusal.Invalid("display_name", $"A display name has at most {MaxLength} characters."),
        var name => new DisplayName(name),
    };
}

/// <summary>A status text: up to 100 characters on one line, or nothing.</summary>
public readonly record struct StatusText
{
    public const int MaxLength = 100;

    private StatusText(string value) => Value = value;

    public string Value { get; }

    public static Result<StatusText> Parse(string? input) =>
        PlainLine.Clean(input) is { Length: > MaxLength }
            ? Refusal.Invalid("status_text", $"A status has at most {MaxLength} characters.")
            : new StatusText(PlainLine.Clean(input));
}
