using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BlazorChat.Web.Operations.OpenApi;

/// <summary>The document as a whole: what it is about, how to sign in, what errors look like.</summary>
internal sealed class Overview : IOpenApiDocumentTransformer
{
    private const string About =
        """
        What the pages of this chat do, any program can do: messages arrive by Server-Sent Events and are sent by POST.

        **Sign in** with `POST /auth/token`, and send `Authorization: Bearer ...` with every request. For a program of your own, make an access
        token under *Your account* and send it in the same way.

        **Conventions.** JSON in UTF-8 and `snake_case`, at most 64 KiB but for files. Times are Unix milliseconds. Ids are text: do not take
        them apart. Unknown fields are ignored. Errors are `application/problem+json` with a stable `code`; 400 names the fields in `errors`. What you
        may not see answers exactly as what does not exist: 404.

        **A retry is safe** with a `client_id` of your own: the same one gets the first answer again. A 201 means that the message is on disk.

        **Listen** to one room or to all of yours. A new message is an unnamed event; the others are named. Come back with the id of the last event
        (`Last-Event-ID` or `?cursor=`) and nothing is missed. On `reset`, load afresh.
        """;

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "BlazorChat", Version = "1", Description = About };
        document.AddComponent(Refusals.Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A token of /auth/token, or an access token (`bc_pat_...`).",
        });
        document.AddComponent(Refusals.Problem, Problem());
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths)
            paths[Parameters.InPath().Replace(path, name => Parameters.NameOf(name.Value))] = item;
        document.Paths = paths;
        return Task.CompletedTask;
    }

    private static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Why a request was refused (RFC 9457).",
        Required = new HashSet<string> { "title", "status", "detail", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("What kind of error the status is: an address about it, where there is one.", "https://tools.ietf.org/html/rfc9110#section-15.5.5"),
            ["title"] = Text("The status in words.", "Not Found"),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The HTTP status." },
            ["detail"] = Text("A sentence for people.", "There is no such thing, or you may not see it."),
            ["code"] = Text("For programs; it does not change.", null),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "Sentences by the name of the field that is wrong.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
            ["limit"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Description = "Of what is too large: how large it may be." },
        },
    };

    private static OpenApiSchema Text(string description, string? example) =>
        new() { Type = JsonSchemaType.String, Description = description, Examples = example is null ? null : [example] };
}
