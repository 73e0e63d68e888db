using System.Net.Mime;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// Writes problems also for clients that do not ask for JSON, such as an EventSource or a browser. The framework's own writer
/// runs first and leaves these without a code.
/// </summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        // Fills in title and type.
        var problem = TypedResults.Problem(context.ProblemDetails).ProblemDetails;
        Problems.Customize(context);
        await context.HttpContext.Response.WriteAsJsonAsync(
            problem, ChatJson.Options, MediaTypeNames.Application.ProblemJson, context.HttpContext.RequestAborted);
    }
}
