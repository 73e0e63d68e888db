using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Account;

/// <summary>Authentication: cookies for browsers, JWTs and access tokens for programs. Each of them stands for a session.</summary>
internal static class AccountServices
{
    private const string CookieOrToken = "CookieOrToken";
    private const int MinPasswordLength = 8;

    private static readonly TimeSpan ChallengeLasts = TimeSpan.FromMinutes(5);

    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddChatOptions<AccessTokenOptions>();
        services.AddChatOptions<SignInLimitOptions>(SignInLimitOptions.Section);
        services.AddAuthentication(CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, scheme => scheme.ForwardDefaultSelector = http =>
                Recognition.ShowsToken(http.Request)
                    ? JwtBearerDefaults.AuthenticationScheme
                    : IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, UseCookie)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, UseChallengeCookie)
            .AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<AccessTokens>(UseTokens);
        services.AddAuthorizationBuilder().AddPolicy(Administrators.Policy, policy => policy
            .RequireAuthenticatedUser()
            .RequireAssertion(asked => asked.Resource is HttpContext http && http.Features.Get<Caller>()?.IsAdministrator == true));
        services.AddCascadingAuthenticationState();
        services.AddIdentityCore<ChatUser>(UsePasswords).AddEntityFrameworkStores<ChatDb>().AddSignInManager().AddDefaultTokenProviders();
        services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = PasswordReset.Lasts);
        services.Configure<IdentityPasskeyOptions>(UsePasskeys);
        services.AddDataProtection().SetApplicationName("BlazorChat").PersistKeysToDbContext<ChatDb>();

        services.AddHttpContextAccessor();
        services.AddScoped(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Features.GetRequiredFeature<Caller>());
        services.AddSingleton<KnownSessions>();
        services.AddSingleton<KnownCredentials>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<GuessedNames>();
        services.AddSingleton<Lockout>();
        services.AddSingleton<LastSeen>();
        services.AddSingleton<TwoFactor>();
        services.AddSingleton<PersonalTokens>();
        services.AddSingleton<BrowserSignIn>();
        services.AddSingleton<Circuits>();
        services.AddSignalR(hub => hub.AddFilter<Circuits>());
        services.AddOnCommitted<EndedSessions>();
        services.AddSilentEntries(EndedSessions.SessionEnded, EndedSessions.UserSignedOut, EndedSessions.RightsChanged);
        services.AddScoped<RegistrationCommands>();
        services.AddScoped<Passwords>();
        services.AddScoped<PasswordChange>();
        services.AddScoped<AccountDeletion>();
        services.AddScoped<Passkeys>();
        services.AddScoped<SecondStep>();
        services.AddScoped<PasswordReset>();
        services.AddScoped<EmailAddresses>();
        services.AddScoped<SignInForms>();
    }

    private static void UsePasswords(IdentityOptions identity)
    {
        // Only length matters (NIST SP 800-63B). Required digits and signs make passwords predictable.
        identity.Password.RequiredLength = MinPasswordLength;
        identity.Password.RequiredUniqueChars = 1;
        identity.Password.RequireDigit = false;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireNonAlphanumeric = false;
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
    }

    private static void UseCookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = DoorCookies.SignIn;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.CookieManager = new DoorCookies();
        cookie.LoginPath = "/account/login";
        cookie.ExpireTimeSpan = SignIns.Lasts;
        cookie.SlidingExpiration = false;
        cookie.Events.OnRedirectToLogin = Recognition.AtTheDoorAsync;
        cookie.Events.OnRedirectToAccessDenied = Recognition.NotForThemAsync;
        cookie.Events.OnValidatePrincipal = Recognition.ByCookieAsync;
    }

    // Keeps a passkey's challenge until its answer.
    private static void UseChallengeCookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "blazorchat-passkey";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.CookieManager = new DoorCookies();
        cookie.ExpireTimeSpan = ChallengeLasts;
        cookie.SlidingExpiration = false;
    }

    // A device that asks for a fingerprint or a PIN counts as two factors, and stores which account it opens.
    private static void UsePasskeys(IdentityPasskeyOptions passkeys)
    {
        passkeys.UserVerificationRequirement = "required";
        passkeys.ResidentKeyRequirement = "required";
        passkeys.AuthenticatorTimeout = ChallengeLasts;
    }

    private static void UseTokens(JwtBearerOptions bearer, AccessTokens tokens)
    {
        bearer.MapInboundClaims = false;
        bearer.SaveToken = false;
        bearer.TokenValidationParameters = tokens.Validation;
        bearer.Events = new JwtBearerEvents
        {
            OnMessageReceived = Recognition.ByTokenAsync,
            OnTokenValidated = Recognition.ByJwtAsync,
        };
    }
}
