using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BlazorChat.Web.Hosting;

/// <summary>How every JSON of the chat is written: <c>snake_case</c>, enumerations as words.</summary>
public static class ChatJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <param name="options">What is to write and read like that.</param>
    /// <param name="pathBase">The path below which the chat is; empty: the root of its host.</param>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options, string pathBase = "")
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        // Served as JSON with nosniff, never inside HTML: letters and emoji need no escape.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver())
            .WithAddedModifier(type => WriteAddressesFromRoot(type, pathBase));
        return options;
    }

    private static void WriteAddressesFromRoot(JsonTypeInfo type, string pathBase)
    {
        foreach (var property in type.Properties)
            if (property.AttributeProvider?.IsDefined(typeof(ChatAddressAttribute), inherit: true) == true && property.Get is { } get)
                property.Get = owner => get(owner) is string address ? $"{pathBase}/{address}" : null;
    }
}
