using System.Collections.Concurrent;
using System.Security.Claims;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Account;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.SignalR;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BlazorChat.Web.Features.Account;

/// <summary>
/// The connections of interactive pages. Each stands for a sign-in: it carries nothing once that is over, and is cut as
/// soon as the log tells that it is. Blazor itself asks who someone is only when a circuit starts.
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
    /// No page of those who are not signed in is interactive: nobody comes back to a circuit without a sign-in. An access
    /// token is none: what it may do is said of endpoints, and a circuit is not one.
    /// </summary>
    internal static Task RefuseStrangersAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments(Hub) || http.Features.Get<Caller>() is { Scope: null })
            return next(http);
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false; // a script asks, and wants no page
        return Task.CompletedTask;
    }
}
