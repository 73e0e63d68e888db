using System.Net.Mime;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// Writes problems for those who ask for something else than JSON, too: an EventSource, a browser. The framework's own
/// writer goes first and leaves these without a code.
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
