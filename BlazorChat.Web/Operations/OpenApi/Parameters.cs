using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BlazorChat.Web.Operations.OpenApi;

/// <summary>
/// Parameters as they are sent: in <c>snake_case</c>, and as what they mean. The code takes many of them as text, to say itself what
/// is wrong with them.
/// </summary>
internal sealed partial class Parameters : IOpenApiOperationTransformer
{
    private static readonly Dictionary<string, string> meanings = new()
    {
        ["limit"] = "How many to answer with at most.",
        ["page"] = "Which page, from 1.",
        ["before"] = "What comes before this id.",
        ["after"] = "What comes after this id.",
        ["around"] = "What comes before and after this id.",
        ["wait"] = "How many seconds to wait if there is nothing yet.",
        ["cursor"] = "Where to go on: the id of the last event, or a cursor of an earlier answer. Without one it starts now.",
        ["Last-Event-ID"] = "The cursor, as EventSource sends it. It takes precedence over the one in the query.",
        ["watch"] = "Public rooms to follow without being a member, with commas between.",
        ["html"] = "1: messages bear `item_html`, as pages show them.",
        ["user_id"] = "A person's id.",
        ["room_id"] = "A room's id: a short name of a public room, random for others.",
        ["q"] = "What to look for.",
        ["tz"] = "The time zone whose days `on:`, `before:` and `after:` mean, such as Europe/Berlin; UTC without one.",
        ["offset"] = "How many bytes have arrived: where this piece begins.",
        ["original"] = "true: the original of a picture that was changed, for its sender alone.",
        ["v"] = "The version of the picture; with it, the answer may be kept without an end.",
        ["file_name"] = "Any name: the file is found by its id.",
    };

    private static readonly Dictionary<string, (int Least, int Most)> numbers = new()
    {
        ["limit"] = (1, 200),
        ["wait"] = (0, 30),
        ["page"] = (1, int.MaxValue),
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var name in InPath().Matches(context.Description.RelativePath!).Select(match => match.Value))
            if (operation.Parameters?.Any(parameter => parameter.Name == name) != true)
                (operation.Parameters ??= []).Add(new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Path,
                    Required = true,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (parameter.In != ParameterLocation.Header)
                parameter.Name = NameOf(parameter.Name!);
            var name = parameter.Name!;
            parameter.Description ??= meanings.GetValueOrDefault(name);
            if (numbers.TryGetValue(name, out var range))
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = $"{range.Least}", Maximum = range.Most == int.MaxValue ? null : $"{range.Most}" };
            else if (name == "offset")
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" };
            parameter.Example ??= ExampleOf(name, context.Description.RelativePath!);
        }
        return Task.CompletedTask;
    }

    public static string NameOf(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static JsonNode? ExampleOf(string name, string path) =>
        name == "id" && path.StartsWith("chat/uploads", StringComparison.Ordinal) ? Examples.Of("upload_id")
        : name == "code" ? "Xy12"
        : name is "kind" or "role" or "status" or "html" ? null
        : Examples.Of(name);

    /// <summary>The names in a path, also of those that no handler asks for.</summary>
    [GeneratedRegex(@"(?<=\{)\w+(?=\})")]
    public static partial Regex InPath();
}
