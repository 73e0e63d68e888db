using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BlazorChat.Web.Operations.OpenApi;

/// <summary>What requests carry: only what is <see cref="NeededAttribute">needed</see> must be there, and then it is not null.</summary>
internal sealed class RequestSchemas : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var bodies = context.DescriptionGroups.SelectMany(group => group.Items)
            .SelectMany(endpoint => endpoint.ActionDescriptor.EndpointMetadata.OfType<IAcceptsMetadata>())
            .Select(accepts => accepts.RequestType).OfType<Type>().Distinct();
        foreach (var body in bodies)
            if (document.Components!.Schemas!.TryGetValue(body.Name, out var found) && found is OpenApiSchema schema)
                Need(schema, [.. NeededFields.NamesIn(body)]);
        return Task.CompletedTask;
    }

    private static void Need(OpenApiSchema schema, HashSet<string> needed)
    {
        schema.Required = needed;
        foreach (var name in needed)
            schema.Properties![name] = NotNull(schema.Properties[name]);
    }

    private static IOpenApiSchema NotNull(IOpenApiSchema field)
    {
        if (field is OpenApiSchema { OneOf: { Count: > 0 } either })
            return either.Single(schema => schema.Type != JsonSchemaType.Null);
        if (field is OpenApiSchema schema)
            schema.Type &= ~JsonSchemaType.Null;
        return field;
    }
}
