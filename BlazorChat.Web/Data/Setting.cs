namespace BlazorChat.Web.Data;

/// <summary>
/// A setting that an administrator changed while the chat was running. It takes precedence over the configuration.
/// </summary>
public sealed class Setting
{
    /// <summary>A row with this key says that the database is being filled by a move that is not finished.</summary>
    internal const string Moving = "moving";

    /// <summary>Its name in the HTTP API.</summary>
    public string Key { get; init; } = "";

    /// <summary>The value as JSON.</summary>
    public string Value { get; set; } = "";
}
