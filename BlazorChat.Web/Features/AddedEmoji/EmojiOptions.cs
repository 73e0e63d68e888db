namespace BlazorChat.Web.Features.AddedEmoji;

/// <summary><c>Chat:Emoji</c>: custom emoji.</summary>
public sealed class EmojiOptions
{
    public const string Section = "Emoji";

    /// <summary>Who may add emoji of their own. Who added one may remove it; administrators may remove all.</summary>
    public EmojiAdders AddedBy { get; init; } = EmojiAdders.Everyone;
}

public enum EmojiAdders
{
    Everyone = 0,
    Administrators = 1,
}
