using System.Security.Claims;
using BlazorChat.Core.Users;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BlazorChat.Web.Features.Account;

/// <summary>Who comes by a cookie, a JWT or an access token: whatever they show, a sign-in that is still good.</summary>
internal static class Recognition
{
    private static readonly ClaimsPrincipal Bearer = new(new ClaimsIdentity(JwtBearerDefaults.AuthenticationScheme));

    public static async Task ByCookieAsync(CookieValidatePrincipalContext context)
    {
        if (!await RecognizeAsync(context.HttpContext, context.Principal, null))
            context.RejectPrincipal();
    }

    public static Task AtTheDoorAsync(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IDisableCookieRedirectMetadata>() is null)
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    /// <summary>Access tokens are told from JWTs by how they begin.</summary>
    public static async Task ByAccessTokenAsync(MessageReceivedContext context)
    {
        const string scheme = JwtBearerDefaults.AuthenticationScheme + " ";
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(scheme + PersonalTokens.Prefix, StringComparison.OrdinalIgnoreCase))
            return;
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (!Recognize(context.HttpContext, await sessions.FindByTokenAsync(header[scheme.Length..].Trim(), context.HttpContext.RequestAborted)))
        {
            context.Fail("This access token is none, or none any more.");
            return;
        }
        context.Principal = Bearer;
        context.Success();
    }

    public static async Task ByJwtAsync(TokenValidatedContext context)
    {
        var expiresAt = new DateTimeOffset(context.SecurityToken.ValidTo, TimeSpan.Zero).ToUnixTimeMilliseconds();
        if (!await RecognizeAsync(context.HttpContext, context.Principal, expiresAt))
            context.Fail("This sign-in has ended.");
        // Who it is, the Caller says. What the token said would be kept as long as a stream is open.
        (context.Principal, context.Properties) = (Bearer, new());
    }

    private static async Task<bool> RecognizeAsync(HttpContext http, ClaimsPrincipal? principal, long? tokenExpiresAt)
    {
        var sessions = http.RequestServices.GetRequiredService<Sessions>();
        return Recognize(http, await sessions.FindAsync(
            principal?.FindFirstValue(JwtRegisteredClaimNames.Sid), tokenExpiresAt, http.RequestAborted));
    }

    private static bool Recognize(HttpContext http, Caller? caller)
    {
        if (caller is null)
            return false;
        http.Features.Set(caller);
        http.RequestServices.GetRequiredService<LastSeen>().Note(caller, http);
        return true;
    }
}
