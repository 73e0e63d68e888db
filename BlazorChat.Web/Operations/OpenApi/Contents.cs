using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BlazorChat.Web.Operations.OpenApi;

/// <summary>Answers that are no JSON, and the headers of answers.</summary>
internal sealed class Contents : IOpenApiOperationTransformer
{
    private const string Stream =
        """
        retry: 2113

        id: k3x9:1207
        event: ready
        data: {"cursor":"k3x9:1207","user_id":"01f7c1d0b8e24a6a9d0b7a3c5e1f2d4a","rooms":["general"]}

        id: k3x9:1208
        data: {"id":"4711","room_id":"general","username":"ada","text":"Is this thing on?","type":"text"}


        """;

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var produces in context.Description.ActionDescriptor.EndpointMetadata.OfType<IProducesResponseTypeMetadata>().Where(p => p.Type is null or { FullName: "System.Void" }))
            foreach (var type in produces.ContentTypes)
                Add(operation, $"{produces.StatusCode}", type);
        foreach (var also in context.Description.ActionDescriptor.EndpointMetadata.OfType<AlsoAnswers>())
            Add(operation, $"{StatusCodes.Status200OK}", also.ContentType);
        if (operation.Responses?.GetValueOrDefault("201") is OpenApiResponse created && context.Description.HttpMethod == "POST" && context.Description.RelativePath is "chat/rooms" or "chat/uploads/")
            created.Headers = Headers("Location", "Where it is.");
        return Task.CompletedTask;
    }

    public static Dictionary<string, IOpenApiHeader> Headers(string name, string meaning, JsonSchemaType type = JsonSchemaType.String) => new()
    {
        [name] = new OpenApiHeader { Description = meaning, Required = true, Schema = new OpenApiSchema { Type = type } },
    };

    private static void Add(OpenApiOperation operation, string status, string type)
    {
        if (operation.Responses?.GetValueOrDefault(status) is not OpenApiResponse response)
            return;
        response.Content ??= new Dictionary<string, OpenApiMediaType>();
        // Files are of any type, which an endpoint cannot declare.
        response.Content[type == "application/octet-stream" ? "*/*" : type] = new OpenApiMediaType
        {
            Schema = type == "application/json" ? new OpenApiSchema { Type = JsonSchemaType.Object } : new OpenApiSchema { Type = JsonSchemaType.String },
            Example = type == "text/event-stream" ? Stream : null,
        };
    }
}
