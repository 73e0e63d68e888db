using System.Text.Json;

namespace BlazorChat.Tests.Support.OpenApi;

/// <summary>Compares JSON with a schema. A field that the schema does not name is a fault.</summary>
internal static class Schema
{
    /// <returns>What is wrong, each with its place; nothing if the value fits.</returns>
    public static IEnumerable<string> Faults(InterfaceDocument document, JsonElement schema, JsonElement value, string at = "$")
    {
        var parts = Parts(document, schema).ToList();
        foreach (var either in parts.Where(part => part.TryGetProperty("oneOf", out _)).Select(part => part.GetProperty("oneOf")))
            if (either.EnumerateArray().Count(one => !Faults(document, one, value, at).Any()) != 1)
                yield return $"{at} fits not exactly one of {either}";
        foreach (var part in parts)
        {
            if (part.TryGetProperty("type", out var type) && !Types(type).Contains(TypeOf(value)))
                yield return $"{at} is to be {type} and is {value.GetRawText()}";
            if (part.TryGetProperty("enum", out var words) && value.ValueKind != JsonValueKind.Null && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)))
                yield return $"{at} is to be one of {words} and is {value.GetRawText()}";
            if (part.TryGetProperty("items", out var items) && value.ValueKind == JsonValueKind.Array)
                foreach (var fault in value.EnumerateArray().SelectMany((item, n) => Faults(document, items, item, $"{at}[{n}]")))
                    yield return fault;
            if (part.TryGetProperty("required", out var required) && value.ValueKind == JsonValueKind.Object)
                foreach (var name in required.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)))
                    yield return $"{at}.{name} is missing";
        }
        if (value.ValueKind == JsonValueKind.Object)
            foreach (var fault in value.EnumerateObject().SelectMany(field => FaultsOf(document, parts, field, $"{at}.{field.Name}")))
                yield return fault;
    }

    private static IEnumerable<string> FaultsOf(InterfaceDocument document, List<JsonElement> parts, JsonProperty field, string at)
    {
        var named = parts.Where(part => part.TryGetProperty("properties", out var fields) && fields.TryGetProperty(field.Name, out _))
            .Select(part => part.GetProperty("properties").GetProperty(field.Name)).ToList();
        if (named.Count == 0)
            named = [.. parts.Where(part => part.TryGetProperty("additionalProperties", out _)).Select(part => part.GetProperty("additionalProperties"))];
        var isKnown = named.Count > 0 || parts.All(part => !part.TryGetProperty("properties", out _));
        return isKnown ? named.SelectMany(schema => Faults(document, schema, field.Value, at)) : [$"{at} is not documented"];
    }

    private static IEnumerable<JsonElement> Parts(InterfaceDocument document, JsonElement schema)
    {
        schema = document.Resolve(schema);
        return schema.TryGetProperty("allOf", out var all) ? all.EnumerateArray().SelectMany(part => Parts(document, part)).Append(schema) : [schema];
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!])
        // Each whole number is a number, too.
        .SelectMany(one => one == "number" ? new[] { "number", "integer" } : [one]);

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => value.TryGetInt64(out _) ? "integer" : "number",
    };
}
