using System.Text.Json;
using BlazorChat.Core;
using Microsoft.AspNetCore.Diagnostics;

namespace BlazorChat.Web.Hosting;

/// <summary>Says what was wrong with a request that could not even be read.</summary>
internal sealed class BadRequests : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException bad || http.Response.HasStarted)
            return false;
        await Answer(bad).ExecuteAsync(http);
        return true;
    }

    private static IResult Answer(BadHttpRequestException bad) => bad.InnerException switch
    {
        JsonException json when FieldOf(json) is { } field =>
            Problems.For(Refusal.Invalid(field, "This value is not of the expected type.")),
        JsonException => Problems.Of(bad.StatusCode, "invalid", "The body is not valid JSON."),
        _ when bad.StatusCode == StatusCodes.Status400BadRequest => Problems.Of(
            bad.StatusCode, "invalid", "The request has no body, or a value in it is not of the expected type."),
        _ => TypedResults.Problem(statusCode: bad.StatusCode),
    };

    // "$.message" names a field; "$" is the body itself.
    private static string? FieldOf(JsonException json) =>
        json.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : null;
}
