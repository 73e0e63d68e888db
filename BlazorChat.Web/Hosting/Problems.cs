using BlazorChat.Core;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace BlazorChat.Web.Hosting;

/// <summary>The errors of the HTTP API: RFC 9457 with a stable <c>code</c>.</summary>
public static class Problems
{
    private const int RetryAfterSeconds = 1;

    public static IResult For(Refusal why) => why.Reason switch
    {
        RefusalReason.NotSignedIn => Of(StatusCodes.Status401Unauthorized, why),
        RefusalReason.NotFound => Of(StatusCodes.Status404NotFound, why),
        RefusalReason.Forbidden => Of(StatusCodes.Status403Forbidden, why),
        RefusalReason.Invalid => Of(StatusCodes.Status400BadRequest, why),
        RefusalReason.Conflict => Of(StatusCodes.Status409Conflict, why),
        RefusalReason.TooLarge => Of(StatusCodes.Status413PayloadTooLarge, why),
        RefusalReason.StorageFull => Of(StatusCodes.Status507InsufficientStorage, why),
        RefusalReason.Unavailable => new RetryLater(Of(StatusCodes.Status503ServiceUnavailable, why), RetryAfterSeconds),
        _ => throw new ArgumentOutOfRangeException(nameof(why)),
    };

    public static IResult TooMany(string detail, TimeSpan retryAfter) => new RetryLater(
        Of(StatusCodes.Status429TooManyRequests, "too_many_requests", detail),
        Math.Max(1, (int)Math.Ceiling(retryAfter.TotalSeconds)));

    public static ProblemHttpResult Of(int status, string code, string detail) =>
        TypedResults.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });

    /// <summary>Required fields that are missing.</summary>
    public static IResult Missing(IReadOnlyCollection<string> fields) => TypedResults.Problem(
        $"{string.Join(", ", fields)} must be given.", statusCode: StatusCodes.Status400BadRequest, extensions: new Dictionary<string, object?>
        {
            ["code"] = CodeOf(StatusCodes.Status400BadRequest),
            ["errors"] = fields.ToDictionary(field => field, field => new[] { $"Give {field}." }),
        });

    /// <summary>The codes for what the framework itself refuses.</summary>
    internal static string CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "invalid",
        StatusCodes.Status401Unauthorized => "not_signed_in",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "not_found",
        StatusCodes.Status405MethodNotAllowed => "method_not_allowed",
        StatusCodes.Status413PayloadTooLarge => "too_large",
        StatusCodes.Status415UnsupportedMediaType => "wrong_type",
        StatusCodes.Status429TooManyRequests => "too_many_requests",
        StatusCodes.Status408RequestTimeout => "too_slow",
        StatusCodes.Status409Conflict => "conflict",
        StatusCodes.Status507InsufficientStorage => "storage_full",
        StatusCodes.Status503ServiceUnavailable => "unavailable",
        _ => "error",
    };

    /// <summary>Gives each problem its code and a sentence, and removes what would tell two equal answers apart.</summary>
    public static void Customize(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var status = problem.Status ?? StatusCodes.Status500InternalServerError;
        problem.Extensions.Remove("trace_id");
        problem.Extensions.TryAdd("code", CodeOf(status));
        problem.Detail ??= DetailOf(status);
    }

    private static string? DetailOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Sign in first: by cookie, or with a bearer token from /auth/token.",
        StatusCodes.Status403Forbidden => "You may not do that.",
        StatusCodes.Status404NotFound => Refusal.NotFound.Detail,
        StatusCodes.Status413PayloadTooLarge => "The request is too large: bodies may have up to 64 KiB.",
        StatusCodes.Status415UnsupportedMediaType => "Send the body as application/json.",
        _ => null,
    };

    private static ProblemHttpResult Of(int status, Refusal why)
    {
        Dictionary<string, object?> extensions = new() { ["code"] = why.Code };
        if (why.Field is { } field)
            extensions["errors"] = new Dictionary<string, string[]> { [field] = [why.Detail] };
        if (why.Limit is { } limit)
            extensions["limit"] = limit;
        return TypedResults.Problem(why.Detail, statusCode: status, extensions: extensions);
    }

    private sealed class RetryLater(ProblemHttpResult problem, int seconds) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return problem.ExecuteAsync(httpContext);
        }
    }
}
