using BlazorChat.Core;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Operations;

/// <summary>Endpoints for those who operate the chat.</summary>
internal static class OperationsEndpoints
{
    public static void AddOperations(this IServiceCollection services)
    {
        services.AddChatOptions<MetricsOptions>();
        services.AddSingleton<Readiness>();
    }

    public static void MapOperations(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapGet("/health/live", () => TypedResults.Ok(new Health("alive"))).ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).ExcludeFromDescription();
        app.MapGet("/metrics", Metrics.Get).ExcludeFromDescription();
    }

    private static async Task<IResult> Ready(Readiness readiness, Draining draining, HttpResponse response)
    {
        if (draining.HasBegun)
            return Problems.For(Refusal.Unavailable("The server is stopping."));
        var ready = await readiness.AskAsync();
        if (ready.Status != Web.Operations.Ready.Unready)
            return TypedResults.Json(ready);
        response.Headers.RetryAfter = "1";
        return TypedResults.Json(ready, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}

internal sealed record Health(string Status);
