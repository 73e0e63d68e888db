using System.Collections.Concurrent;
using System.Security.Claims;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Account;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.SignalR;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BlazorChat.Web.Features.Account;

/// <summary>
/// The connections of Blazor circuits. Each belongs to a session. When the session has ended, the connection carries nothing
/// more, and it is cut as soon as the log says so. Blazor itself checks the user only when a circuit starts.
/// </summary>
public sealed class Circuits(KnownSessions sessions) : IHubFilter
{
    private const string Hub = "/_blazor";

    private readonly ConcurrentDictionary<string, HubCallerContext> open = [];

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        // Registered before asking: someone who signs out in between is either cut off or refused.
        open[context.Context.ConnectionId] = context.Context;
        if (await MayGoOnAsync(context.Context))
            await next(context);
    }

    public async Task OnDisconnectedAsync(
        HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        open.TryRemove(context.Context.ConnectionId, out _);
        await next(context, exception);
    }

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next) =>
        await MayGoOnAsync(invocationContext.Context) ? await next(invocationContext) : null;

    public void EndSession(string sessionId) => Cut(JwtRegisteredClaimNames.Sid, sessionId);

    public void EndUser(string userId) => Cut(JwtRegisteredClaimNames.Sub, userId);

    private async Task<bool> MayGoOnAsync(HubCallerContext connection)
    {
        var sessionId = connection.User?.FindFirstValue(JwtRegisteredClaimNames.Sid);
        if (await sessions.FindAsync(sessionId, null, connection.ConnectionAborted) is not null)
            return true;
        connection.Abort();
        return false;
    }

    private void Cut(string claim, string value)
    {
        foreach (var connection in open.Values)
            if (connection.User?.FindFirstValue(claim) == value)
                connection.Abort();
    }

    /// <summary>
    /// Refuses circuits to requests without a session: pages for people who are not signed in are never interactive. Access
    /// tokens are refused, too. Their scope limits endpoints, and nothing would limit them inside a circuit.
    /// </summary>
    internal static Task RefuseStrangersAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments(Hub) || http.Features.Get<Caller>() is { Scope: null })
            return next(http);
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false; // the request comes from a script, which cannot use an error page
        return Task.CompletedTask;
    }
}
