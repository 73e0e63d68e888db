namespace BlazorChat.Core.Users;

/// <summary>
/// The unique name of an account: 2 to 32 letters, digits, dots, hyphens and underscores; case does not count.
/// </summary>
public readonly record struct Username
{
    public const int MinLength = 2;
    public const int MaxLength = 32;

    private Username(string value) => Value = value;

    public string Value { get; }

    private static readonly Refusal Taken = Refusal.Invalid("username", "This word addresses everybody in a room. Choose another name.");

    public static Result<Username> Parse(string? input) =>
        input is not null && Everybody.Find(input.Trim()) is not null ? Taken
        : input?.Trim() is { Length: >= MinLength and <= MaxLength } name && name.All(IsAllowed) && char.IsAsciiLetterOrDigit(name[0])
            ? new Username(name)
            : Refusal.Invalid("username",
                $"A username has {MinLength} to {MaxLength} letters, digits, dots, hyphens or underscores, and begins with a letter or digit.");

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';
}
