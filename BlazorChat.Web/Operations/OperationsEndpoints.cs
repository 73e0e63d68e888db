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

    private static async Task<IResult> Ready(Readiness readiness, IHostApplicationLifetime lifetime)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return Problems.For(Refusal.Unavailable("The server is stopping."));
        var ready = await readiness.AskAsync();
        return TypedResults.Json(ready, statusCode: ready.Status == Web.Operations.Ready.Unready ? 503 : 200);
    }
}

internal sealed record Health(string Status);
