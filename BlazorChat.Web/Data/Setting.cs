namespace BlazorChat.Web.Data;

/// <summary>A setting that an administrator changed while the chat was running. Goes before the configuration.</summary>
public sealed class Setting
{
    /// <summary>Its name in the HTTP interface.</summary>
    public string Key { get; init; } = "";

    /// <summary>JSON.</summary>
    public string Value { get; set; } = "";
}
