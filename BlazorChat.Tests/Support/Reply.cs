using System.Net.Http.Headers;
using System.Text.Json;

namespace BlazorChat.Tests.Support;

/// <summary>What the server answered.</summary>
public sealed class Reply(HttpResponseMessage response, byte[] bytes)
{
    public int Status => (int)response.StatusCode;

    public byte[] Bytes => bytes;

    public string Text => System.Text.Encoding.UTF8.GetString(bytes);

    public HttpResponseHeaders Headers => response.Headers;

    public string? ContentType => response.Content.Headers.ContentType?.MediaType;

    public JsonElement Json => JsonElement.Parse(bytes);

    public string? Code => this["code"].GetString();

    /// <summary>The fields that a 400 blames.</summary>
    public string[] Errors => [.. this["errors"].EnumerateObject().Select(error => error.Name)];

    public JsonElement this[string name] => Json.GetProperty(name);

    public string? Header(string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    public T Read<T>() => JsonSerializer.Deserialize<T>(bytes, Snake.Case)!;

    public override string ToString() => $"{Status} {Text}";
}

internal static class Snake
{
    public static JsonSerializerOptions Case { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}
