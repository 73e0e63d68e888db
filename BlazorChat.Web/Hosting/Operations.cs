using BlazorChat.Core;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Hosting;

/// <summary>What those who run the chat ask it.</summary>
internal static class Operations
{
    public static void MapOperations(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapGet("/health/live", () => TypedResults.Ok(new Health("alive"))).ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).ExcludeFromDescription();
        app.MapGet("/metrics", Metrics.Get).ExcludeFromDescription();
    }

    private static async Task<IResult> Ready(
        IDbContextFactory<ChatDb> databases, IHostApplicationLifetime lifetime, CancellationToken ct)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return Problems.For(Refusal.Unavailable("The server is stopping."));
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Database.CanConnectAsync(ct)
            ? TypedResults.Ok(new Health("ready"))
            : Problems.For(Refusal.Unavailable("The database cannot be reached."));
    }
}

internal sealed record Health(string Status);
