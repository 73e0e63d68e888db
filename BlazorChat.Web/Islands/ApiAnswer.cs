using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Islands;

/// <summary>The answer of the HTTP API to an island.</summary>
/// <param name="Status">The HTTP status; 0 if the server was not reached.</param>
/// <param name="Body">The JSON, if there was any.</param>
/// <param name="RetryAfter">Seconds to wait, if it said so.</param>
public sealed record ApiAnswer(
    int Status, JsonElement? Body, [property: JsonPropertyName("retry_after")] double? RetryAfter)
{
    public static ApiAnswer Unreachable { get; } = new(0, null, null);

    [JsonIgnore]
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>One sentence for a person; null after success.</summary>
    [JsonIgnore]
    public string? Error => IsSuccess ? null
        : Status == 0 ? "The chat cannot be reached just now. Try again in a moment."
        : RetryAfter is { } wait ? string.Create(CultureInfo.InvariantCulture, $"That was too much at once. Try again in {Math.Ceiling(wait)} s.")
        : Text("code") == "not_signed_in" ? "You are signed out. Sign in again." // the detail is for programs
        : Text("detail") ?? Text("title") ?? "That did not work.";

    /// <summary>What was asked for; null if that did not come.</summary>
    public T? Read<T>() where T : class => IsSuccess ? Body?.Deserialize<T>(ChatJson.Options) : null;

    /// <summary>The first error of an input field; null if the field has none.</summary>
    public string? ErrorOf(string field) =>
        Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("errors", out var errors) &&
        errors.TryGetProperty(field, out var list) && list.GetArrayLength() > 0 ? list[0].GetString() : null;

    private string? Text(string name) =>
        Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(name, out var text) ? text.GetString() : null;
}
