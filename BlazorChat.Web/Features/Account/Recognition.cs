using System.Security.Claims;
using BlazorChat.Core.Users;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BlazorChat.Web.Features.Account;

/// <summary>Identifies the caller by a cookie, a JWT or an access token. All of them stand for a session, which must still be valid.</summary>
internal static class Recognition
{
    private const string TokenPrefix = "Bearer ";
    private const string Over = "This sign-in has ended.";

    private static readonly ClaimsPrincipal Bearer = new(new ClaimsIdentity(JwtBearerDefaults.AuthenticationScheme));

    public static async Task ByCookieAsync(CookieValidatePrincipalContext context)
    {
        var (http, sessions) = (context.HttpContext, context.HttpContext.RequestServices.GetRequiredService<KnownSessions>());
        if (!Recognize(http, await sessions.FindAsync(SessionIn(context.Principal), null, http.RequestAborted)))
            context.RejectPrincipal();
    }

    public static Task AtTheDoorAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsForPeople(context.HttpContext))
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    // For everyone else, a page for administrators does not exist.
    public static Task NotForThemAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode =
            IsForPeople(context.HttpContext) ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>
    /// Handles access tokens, which are recognised by their prefix, and JWTs that were checked before. Whether their session is
    /// still valid is checked every time.
    /// </summary>
    public static async Task ByTokenAsync(MessageReceivedContext context)
    {
        if (TokenIn(context.Request) is not { } token)
            return;
        var (http, services) = (context.HttpContext, context.HttpContext.RequestServices);
        Caller? caller;
        if (token.StartsWith(TokenSecret.Prefix, StringComparison.Ordinal))
            caller = await services.GetRequiredService<KnownSessions>().FindByTokenAsync(token, http.RequestAborted);
        else if (services.GetRequiredService<AccessTokens>().FindChecked(token) is { } says)
            caller = await FindAsync(http, says);
        else
            return;
        if (Recognize(http, caller))
        {
            context.Principal = Bearer;
            context.Success();
        }
        else
        {
            context.Fail(Over);
        }
    }

    public static async Task ByJwtAsync(TokenValidatedContext context)
    {
        var says = new CheckedToken(
            SessionIn(context.Principal), new DateTimeOffset(context.SecurityToken.ValidTo, TimeSpan.Zero).ToUnixTimeMilliseconds());
        if (TokenIn(context.Request) is { } token)
            context.HttpContext.RequestServices.GetRequiredService<AccessTokens>().Remember(token, says);
        if (!Recognize(context.HttpContext, await FindAsync(context.HttpContext, says)))
            context.Fail(Over);
        // The Caller says who it is. The token's claims would only stay in memory as long as a stream is open.
        (context.Principal, context.Properties) = (Bearer, new());
    }

    private static bool IsForPeople(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<IDisableCookieRedirectMetadata>() is null;

    /// <summary>Whether the request has a bearer token. A proxy's own password (Basic), passed along to us, does not count.</summary>
    public static bool ShowsToken(HttpRequest request) => TokenIn(request) is not null;

    // The scheme's case does not matter (RFC 9110, 11.1).
    private static string? TokenIn(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(TokenPrefix, StringComparison.OrdinalIgnoreCase)
            ? header[TokenPrefix.Length..].Trim()
            : null;

    private static string? SessionIn(ClaimsPrincipal? principal) => principal?.FindFirstValue(JwtRegisteredClaimNames.Sid);

    private static Task<Caller?> FindAsync(HttpContext http, CheckedToken says) =>
        http.RequestServices.GetRequiredService<KnownSessions>().FindAsync(says.SessionId, says.ExpiresAt, http.RequestAborted);

    private static bool Recognize(HttpContext http, Caller? caller)
    {
        if (caller is null)
            return false;
        http.Features.Set(caller);
        http.RequestServices.GetRequiredService<LastSeen>().Note(caller, http);
        return true;
    }
}
