using System.Security.Claims;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BlazorChat.Web.Features.Account;

/// <summary>Two ways in, one identity: cookies for browsers, JWTs for programs, both standing for a sign-in.</summary>
internal static class Authentication
{
    private const string CookieOrToken = "CookieOrToken";
    private const string TokenPrefix = "Bearer ";
    private const string SignInEnded = "This sign-in has ended.";
    private const int LockoutAfter = 5;
    private const int MinPasswordLength = 8;

    private static readonly ClaimsPrincipal Bearer = new(new ClaimsIdentity(JwtBearerDefaults.AuthenticationScheme));

    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, scheme => scheme.ForwardDefaultSelector = http =>
                http.Request.Headers.Authorization.Count > 0
                    ? JwtBearerDefaults.AuthenticationScheme
                    : IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, UseCookie)
            .AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<AccessTokens>(UseTokens);
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddIdentityCore<ChatUser>(UsePasswords).AddEntityFrameworkStores<ChatDb>().AddSignInManager();
        services.AddDataProtection().SetApplicationName("BlazorChat");
        services.AddOptions<KeyManagementOptions>().Configure<DataFolder, ILoggerFactory>((keys, folder, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder.DataProtectionKeys), loggers));

        services.AddHttpContextAccessor();
        services.AddScoped(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Features.GetRequiredFeature<Caller>());
        services.AddSingleton<Sessions>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<SignInLimits>();
        services.AddScoped<Accounts>();
        services.AddScoped<AccountPages>();
    }

    private static void UsePasswords(IdentityOptions identity)
    {
        // Length is what counts (NIST SP 800-63B); forced digits and signs only make passwords predictable.
        identity.Password.RequiredLength = MinPasswordLength;
        identity.Password.RequiredUniqueChars = 1;
        identity.Password.RequireDigit = false;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireNonAlphanumeric = false;
        identity.Lockout.MaxFailedAccessAttempts = LockoutAfter;
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
    }

    private static void UseCookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "blazorchat";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.LoginPath = "/account/login";
        cookie.AccessDeniedPath = "/not-found";
        cookie.ExpireTimeSpan = SignIns.Lasts;
        cookie.SlidingExpiration = false;
        cookie.Events.OnRedirectToLogin = context =>
        {
            if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IDisableCookieRedirectMetadata>() is null)
                context.Response.Redirect(context.RedirectUri);
            else
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
        cookie.Events.OnValidatePrincipal = async context =>
        {
            if (!await RecognizeAsync(context.HttpContext, SessionIn(context.Principal), null))
                context.RejectPrincipal();
        };
    }

    private static void UseTokens(JwtBearerOptions bearer, AccessTokens tokens)
    {
        bearer.MapInboundClaims = false;
        bearer.SaveToken = false;
        bearer.TokenValidationParameters = tokens.Validation;
        bearer.Events = new JwtBearerEvents
        {
            OnMessageReceived = async context =>
            {
                if (TokenIn(context.Request) is not { } token || tokens.FindChecked(token) is not { } says)
                    return;
                if (await RecognizeAsync(context.HttpContext, says.SessionId, says.ExpiresAt))
                {
                    context.Principal = Bearer;
                    context.Success();
                }
                else
                {
                    context.Fail(SignInEnded);
                }
            },
            OnTokenValidated = async context =>
            {
                var says = new CheckedToken(
                    SessionIn(context.Principal),
                    new DateTimeOffset(context.SecurityToken.ValidTo, TimeSpan.Zero).ToUnixTimeMilliseconds());
                if (TokenIn(context.Request) is { } token)
                    tokens.Remember(token, says);
                if (!await RecognizeAsync(context.HttpContext, says.SessionId, says.ExpiresAt))
                    context.Fail(SignInEnded);
                // Who it is, the Caller says. What the token said would be kept as long as a stream is open.
                (context.Principal, context.Properties) = (Bearer, new AuthenticationProperties());
            },
        };
    }

    private static string? TokenIn(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(TokenPrefix, StringComparison.Ordinal)
            ? header[TokenPrefix.Length..]
            : null;

    private static string? SessionIn(ClaimsPrincipal? principal) => principal?.FindFirstValue(JwtRegisteredClaimNames.Sid);

    private static async Task<bool> RecognizeAsync(HttpContext http, string? sessionId, long? tokenExpiresAt)
    {
        var sessions = http.RequestServices.GetRequiredService<Sessions>();
        var caller = await sessions.FindAsync(sessionId, tokenExpiresAt, http.RequestAborted);
        if (caller is not null)
            http.Features.Set(caller);
        return caller is not null;
    }
}
