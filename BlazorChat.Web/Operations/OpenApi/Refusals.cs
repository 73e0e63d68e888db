using System.Net.Mime;
using System.Text.Json.Nodes;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;

namespace BlazorChat.Web.Operations.OpenApi;

/// <summary>What each operation refuses: what follows from its settings, and what it says itself (<see cref="MayRefuse"/>).</summary>
internal sealed class Refusals : IOpenApiOperationTransformer
{
    /// <summary>The name of the security scheme.</summary>
    public const string Bearer = "bearer";

    /// <summary>The name of the schema of errors.</summary>
    public const string Problem = "Problem";

    private const string ProblemJson = "application/problem+json";

    private static readonly Dictionary<int, string> meanings = new()
    {
        [400] = "A field or a parameter is missing or invalid.",
        [401] = "Not signed in.",
        [403] = "You may see it, but not do that.",
        [404] = "It does not exist, or you may not see it: both look the same.",
        [408] = "The body came too slowly.",
        [409] = "As things stand it cannot be done.",
        [413] = "Too large.",
        [415] = "The body is of another type.",
        [429] = "Too often, or too many at once.",
        [503] = "It cannot be read or stored at the moment. Nothing was changed.",
        [507] = "The server has no room for the file.",
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (Needs(metadata))
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        foreach (var refusals in All(context.Description, operation, metadata)
            .Where(refusal => !metadata.OfType<NeverRefuses>().Any(never => never.Status == refusal.Status)).GroupBy(refusal => refusal.Status).OrderBy(status => status.Key))
            Add(operation, refusals.Key, [.. refusals.SelectMany(refusal => refusal.Codes).Distinct()], context.Document!);
        return Task.CompletedTask;
    }

    private static IEnumerable<MayRefuse> All(ApiDescription endpoint, OpenApiOperation operation, IList<object> metadata)
    {
        if (endpoint.RelativePath!.StartsWith("chat/", StringComparison.Ordinal) || endpoint.RelativePath.StartsWith("auth/", StringComparison.Ordinal))
        {
            if (Needs(metadata))
                yield return Of(401);
            if (endpoint.HttpMethod is not ("GET" or "HEAD"))
                yield return Of(403, Needs(metadata) ? ["forbidden", "insufficient_scope", "cross_origin"] : ["insufficient_scope", "cross_origin"]);
            yield return Of(503);
        }
        if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true)
            yield return Of(404);
        if (operation.RequestBody?.Content is { } body)
        {
            yield return Of(400);
            yield return Of(415);
            // Others say for themselves how much they take.
            if (body.ContainsKey(MediaTypeNames.Application.Json))
                yield return Of(413);
        }
        if (metadata.OfType<EnableRateLimitingAttribute>().Any())
            yield return Of(429);
        foreach (var refusal in metadata.OfType<MayRefuse>())
            yield return refusal;
    }

    private static MayRefuse Of(int status, params string[] codes) => new(status, codes.Length > 0 ? codes : [Problems.CodeOf(status)]);

    private static bool Needs(IList<object> metadata) => metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any();

    private static void Add(OpenApiOperation operation, int status, string[] codes, OpenApiDocument document)
    {
        var responses = operation.Responses!;
        if (responses.GetValueOrDefault($"{status}") is OpenApiResponse { Content: { } contents })
        {
            contents[ProblemJson] = ContentOf(codes, document);
            return;
        }
        // Most endpoints refuse the same: each is written once.
        var name = $"{status}.{string.Join('.', codes)}";
        document.AddComponent(name, new OpenApiResponse
        {
            Description = $"{meanings[status]} `code`: {string.Join(", ", codes.Select(code => $"`{code}`"))}.",
            Headers = status is 429 or 503 ? Contents.Headers("Retry-After", "After how many seconds to try again.", JsonSchemaType.Integer) : null,
            Content = new Dictionary<string, OpenApiMediaType> { [ProblemJson] = ContentOf(codes, document) },
        });
        responses[$"{status}"] = new OpenApiResponseReference(name, document);
    }

    private static OpenApiMediaType ContentOf(string[] codes, OpenApiDocument document)
    {
        var code = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. codes.Select(code => (JsonNode)code)] };
        return new OpenApiMediaType
        {
            Schema = new OpenApiSchema
            {
                AllOf =
                [
                    new OpenApiSchemaReference(Problem, document),
                    new OpenApiSchema { Properties = new Dictionary<string, IOpenApiSchema> { ["code"] = code } },
                ],
            },
        };
    }
}
