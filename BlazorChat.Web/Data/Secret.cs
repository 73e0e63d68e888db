namespace BlazorChat.Web.Data;

/// <summary>Random bytes that all nodes share, made when the chat first starts.</summary>
public sealed class Secret
{
    /// <summary>The key that signs the access tokens of programs.</summary>
    public const string TokenKey = "token.key";

    public string Name { get; init; } = "";

    public byte[] Value { get; init; } = [];
}
