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

    /// <summary>
    /// Identifies callers whose cookie or JWT is known; all others go through ASP.NET Core's authentication, which also refuses those
    /// whose session has ended.
    /// </summary>
    public static void UseRecognition(this WebApplication app)
    {
        app.Use(AgainAsync);
        app.UseWhen(http => http.Features.Get<Caller>() is null, strangers => strangers.UseAuthentication());
        // Otherwise WebApplication would authenticate every request before everything else.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
    }

    public static async Task ByCookieAsync(CookieValidatePrincipalContext context)
    {
        var says = new CheckedCredential(
            SessionIn(context.Principal), context.Properties.ExpiresUtc ?? default, EndsStreams: false, context.Principal!);
        if (!Recognize(context.HttpContext, await FindAsync(context.HttpContext, says)))
            context.RejectPrincipal();
        else if (CookieIn(context.HttpContext) is { } cookie)
            Known(context.HttpContext).Remember(cookie, says);
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

    /// <summary>Handles access tokens, which are recognised by their prefix. Whether their session is still valid is checked every time.</summary>
    public static async Task ByTokenAsync(MessageReceivedContext context)
    {
        if (TokenIn(context.Request) is not { } token || !token.StartsWith(TokenSecret.Prefix, StringComparison.Ordinal))
            return;
        var http = context.HttpContext;
        if (Recognize(http, await http.RequestServices.GetRequiredService<KnownSessions>().FindByTokenAsync(token, http.RequestAborted)))
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
        // The Caller says who it is. The token's claims would only stay in memory as long as a stream is open.
        var says = new CheckedCredential(
            SessionIn(context.Principal), new DateTimeOffset(context.SecurityToken.ValidTo, TimeSpan.Zero), EndsStreams: true, Bearer);
        if (TokenIn(context.Request) is { } token)
            Known(context.HttpContext).Remember(token, says);
        if (!Recognize(context.HttpContext, await FindAsync(context.HttpContext, says)))
            context.Fail(Over);
        (context.Principal, context.Properties) = (Bearer, new());
    }

    private static async Task AgainAsync(HttpContext http, RequestDelegate next)
    {
        if ((TokenIn(http.Request) ?? CookieIn(http)) is { } credential && Known(http).Find(credential) is { } says &&
            Recognize(http, await FindAsync(http, says)))
            http.User = says.Principal;
        await next(http);
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

    private static string? CookieIn(HttpContext http) => DoorCookies.Find(http, DoorCookies.SignIn);

    private static KnownCredentials Known(HttpContext http) => http.RequestServices.GetRequiredService<KnownCredentials>();

    private static Task<Caller?> FindAsync(HttpContext http, CheckedCredential says) =>
        http.RequestServices.GetRequiredService<KnownSessions>().FindAsync(
            says.SessionId, says.EndsStreams ? says.ExpiresAt.ToUnixTimeMilliseconds() : null, http.RequestAborted);

    private static bool Recognize(HttpContext http, Caller? caller)
    {
        if (caller is null)
            return false;
        http.Features.Set(caller);
        http.RequestServices.GetRequiredService<LastSeen>().Note(caller, http);
        return true;
    }
}
