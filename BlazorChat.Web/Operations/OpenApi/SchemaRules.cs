using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BlazorChat.Web.Operations.OpenApi;

/// <summary>What holds of every schema: an answer has all of its fields, an enumeration is a word, and fields have examples.</summary>
internal sealed class SchemaRules : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Enum is { Count: > 0 })
            schema.Type = (schema.Type ?? 0) | JsonSchemaType.String;
        if (context.JsonPropertyInfo is { } property && (Examples.Of($"{property.DeclaringType.Name}.{property.Name}") ?? Examples.Of(property.Name)) is { } example && Fits(schema, example))
            schema.Examples = [example];
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object && schema.Properties is { Count: > 0 })
            schema.Required = context.JsonTypeInfo.Properties.Where(p => !MayBeAbsent(p)).Select(p => p.Name)
                .Where(schema.Properties.ContainsKey).ToHashSet();
        return Task.CompletedTask;
    }

    private static bool MayBeAbsent(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true) is [JsonIgnoreAttribute { Condition: not JsonIgnoreCondition.Never }];

    // Different things have fields of one name.
    private static bool Fits(OpenApiSchema schema, System.Text.Json.Nodes.JsonNode example) => (schema.Type & ~JsonSchemaType.Null) switch
    {
        JsonSchemaType.String => example.GetValueKind() == System.Text.Json.JsonValueKind.String,
        JsonSchemaType.Integer => example.GetValueKind() == System.Text.Json.JsonValueKind.Number,
        JsonSchemaType.Array => example.GetValueKind() == System.Text.Json.JsonValueKind.Array,
        _ => false,
    };
}
