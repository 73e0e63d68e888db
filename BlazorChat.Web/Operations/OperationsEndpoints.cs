using BlazorChat.Core;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Operations.OpenApi;

namespace BlazorChat.Web.Operations;

/// <summary>Endpoints for those who operate the chat.</summary>
internal static class OperationsEndpoints
{
    public static void AddOperations(this IServiceCollection services)
    {
        services.AddChatOptions<MetricsOptions>();
        services.AddSingleton<Readiness>();
        services.AddOpenApiDocument();
    }

    public static void MapOperations(this WebApplication app)
    {
        app.MapInterfacePage();
        var operations = app.MapGroup("").WithTags("Operations");
        operations.MapGet("/health/live", () => TypedResults.Ok(new Health("alive")))
            .WithSummary("Whether the process answers.");
        operations.MapGet("/health/ready", Ready).Produces<Ready>().Produces<Ready>(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("Whether it can read and commit. Degraded: it can, but not all of what it needs is there.")
            .Refuses(StatusCodes.Status503ServiceUnavailable);
        operations.MapGet("/metrics", Metrics.Get).Produces(StatusCodes.Status200OK, contentType: "text/plain")
            .WithSummary("Numbers for Prometheus, told to this machine only unless the configuration says otherwise.")
            .Refuses(StatusCodes.Status503ServiceUnavailable);
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
