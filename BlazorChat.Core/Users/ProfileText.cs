namespace BlazorChat.Core.Users;

/// <summary>
/// What someone wants to be called: up to 64 characters on one line, or nothing. Not unique: where it matters who someone
/// is, the username stands beside it.
/// </summary>
public readonly record struct DisplayName
{
    public const int MaxLength = 64;

    private static readonly Refusal Disguised = Refusal.Invalid(
        "display_name", "A display name has no invisible characters, and no more than a few marks on one letter.");

    private DisplayName(string? value) => Value = value;

    /// <summary>Null: they are called by their username.</summary>
    public string? Value { get; }

    public static Result<DisplayName> Parse(string? input) => PlainLine.Clean(input) switch
    {
        _ when NameSafety.IsDisguised(input ?? "") => Disguised,
        { Length: 0 } => new DisplayName(null),
        { Length: > MaxLength } => Refusal.Invalid("display_name", $"A display name has at most {MaxLength} characters."),
        var name => new DisplayName(name),
    };
}

/// <summary>What someone is up to, in their own words: up to 100 characters on one line, or nothing.</summary>
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
