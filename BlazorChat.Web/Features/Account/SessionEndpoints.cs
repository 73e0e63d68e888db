using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>Lists and ends the caller's sessions.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder auth)
    {
        var sessions = auth.MapGroup("/sessions").RequireAuthorization().RequireSignIn();
        sessions.MapGet("", List).Produces<SessionsPage>()
            .WithSummary("Where I am signed in.");
        sessions.MapDelete("", EndOthers).RequireRateLimiting(RateLimits.Signals).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Signs me out everywhere else.");
        sessions.MapDelete("/{sessionId}", End).RequireRateLimiting(RateLimits.Signals).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Ends one of my sign-ins.");
    }

    private static async Task<IResult> List(
        Caller caller, IDbContextFactory<ChatDb> databases, TimeProvider clock, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return TypedResults.Ok(new SessionsPage(
            await SessionQueries.SignInsOfAsync(db, caller, clock.GetUtcNow().ToUnixTimeMilliseconds(), ct)));
    }

    private static async Task<IResult> End(string sessionId, Caller caller, SignIns signIns) =>
        Answers.NoContent(await signIns.EndAsync(caller.UserId, sessionId));

    private static async Task<IResult> EndOthers(Caller caller, SignIns signIns) =>
        Answers.NoContent(await signIns.EndOthersAsync(caller.UserId, caller.SessionId));
}

internal sealed record SessionsPage(IReadOnlyList<SignInView> Sessions);
