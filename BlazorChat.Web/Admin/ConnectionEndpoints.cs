using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace BlazorChat.Web.Admin;

/// <summary>Sessions and open streams.</summary>
internal static class ConnectionEndpoints
{
    public static void MapConnections(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/sessions", Sessions).Produces<AllSessionsPage>()
            .WithSummary("Who is signed in.").Refuses(400);
        admin.MapGet("/streams", Streams).Produces<StreamsPage>()
            .WithSummary("Which streams are open, at all nodes.");
        var acts = admin.MapGroup("").RequireRateLimiting(RateLimits.Signals);
        acts.MapDelete("/sessions/{sessionId}", EndSession).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Ends a sign-in.");
        acts.MapDelete("/streams/{streamId}", EndStream).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Closes a stream.");
    }

    private static async Task<IResult> Sessions(
        [FromQuery(Name = "user_id")] string? userId, [AsParameters] PageRequest page, ConnectionQueries connections, CancellationToken ct) =>
        Answers.Ok(await connections.SessionsAsync(userId, page, ct));

    private static async Task<IResult> Streams(ConnectionQueries connections, CancellationToken ct) =>
        TypedResults.Ok(await connections.StreamsAsync(waits: true, ct));

    private static async Task<IResult> EndSession(string sessionId, Caller caller, ConnectionCommands commands) =>
        Answers.NoContent(await commands.EndSessionAsync(caller, sessionId));

    private static async Task<IResult> EndStream(string streamId, Caller caller, ConnectionCommands commands, CancellationToken ct) =>
        Answers.NoContent(await commands.EndStreamAsync(caller, streamId, ct));
}
