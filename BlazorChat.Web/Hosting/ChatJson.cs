using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BlazorChat.Web.Hosting;

/// <summary>The JSON format of the chat: <c>snake_case</c>, enumerations as words.</summary>
public static class ChatJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <param name="options">The options to set.</param>
    /// <param name="pathBase">The path that the chat is served under; empty if it is the root of the host.</param>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options, string pathBase = "")
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        // Served as JSON with nosniff, never inside HTML, so letters and emoji need no escaping.
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
