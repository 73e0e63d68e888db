using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Account;

/// <summary>Registering and signing in, for programs.</summary>
internal static class AuthEndpoints
{
    public static void MapAuth(this IEndpointRouteBuilder routes)
    {
        var auth = routes.MapGroup("/auth").DisableCookieRedirect().WithTags("Accounts");
        auth.RequireNeededFields();
        auth.MapPost("/register", Register).Produces<Registered>(StatusCodes.Status201Created)
            .WithSummary("Makes an account. The first one administers the chat.").Refuses(403, "registration_closed").Refuses(409, "username_taken").Refuses(429);
        auth.MapPost("/token", IssueToken).Produces<IssuedTokens>()
            .WithSummary("Signs in: a token to show, and one to get the next with.").Refuses(401, "wrong_credentials", "locked_out", "banned", "deactivated", "two_factor_required", "wrong_code").Refuses(429);
        auth.MapPost("/refresh", Refresh).Produces<IssuedTokens>()
            .WithSummary("Gets the next tokens. A refresh token works once.").Refuses(401, "bad_refresh_token");
        auth.MapPost("/revoke", Revoke).RequireAuthorization().AllowAnyScope().Produces(StatusCodes.Status204NoContent)
            .WithSummary("Ends this sign-in and its streams.");
        auth.MapSessions();
        auth.MapTokens();
        auth.MapTwoFactor();
        auth.MapPasskeys();
    }

    private static async Task<IResult> Register(
        RegisterRequest request, HttpContext http, RegistrationCommands registration, EmailAddresses addresses, SignInLimits limits)
    {
        if (await limits.RefuseRegistrationAsync(http) is { } tooMany)
            return tooMany;
        var user = await registration.RegisterAsync(request.Username, request.Email, request.Password);
        if (user.Refusal is { } why)
            return Problems.For(why);
        addresses.AskToConfirm(user.Value.Id);
        return TypedResults.Created((string?)null, new Registered(user.Value.Id, user.Value.UserName!, user.Value.IsAdministrator));
    }

    private static async Task<IResult> IssueToken(
        TokenRequest request, HttpContext http, Passwords passwords, TwoFactor twoFactor, SignIns signIns, AccessTokens tokens,
        SignInLimits limits)
    {
        if (await limits.RefuseSignInAsync(http, request.Username) is { } tooMany)
            return tooMany;
        var user = await passwords.CheckAsync(request.Username, request.Password);
        if (user.Refusal is { } why)
            return Problems.For(why);
        if (await twoFactor.RefuseAsync(user.Value, request.Code, request.RecoveryCode) is { } second)
            return Problems.For(second);
        var secret = RandomId.NewSecret();
        return Answer(await signIns.BeginAsync(user.Value, Device.Of(http), secret), secret, tokens);
    }

    private static async Task<IResult> Refresh(RefreshRequest request, SignIns signIns, AccessTokens tokens)
    {
        var secret = RandomId.NewSecret();
        return Answer(await signIns.RenewAsync(request.RefreshToken, secret), secret, tokens);
    }

    private static async Task<IResult> Revoke(Caller caller, SignIns signIns)
    {
        var ended = await signIns.EndAsync(caller.UserId, caller.SessionId);
        // Another request may have ended it meanwhile, which is as good.
        return ended.Refusal is { Reason: not RefusalReason.NotFound } why ? Problems.For(why) : TypedResults.NoContent();
    }

    private static IResult Answer(Result<Session> session, string secret, AccessTokens tokens) =>
        session.Refusal is { } why
            ? Problems.For(why)
            : TypedResults.Ok(new IssuedTokens(
                tokens.Issue(session.Value), "Bearer", (int)tokens.Lasts.TotalSeconds, $"{session.Value.Id}.{secret}"));
}

internal sealed record RegisterRequest([Needed] string? Username, [Needed] string? Password, string? Email);

internal sealed record Registered(string UserId, string Username, bool IsAdmin);

/// <param name="Code">A code from the authenticator app, if the account needs one.</param>
/// <param name="RecoveryCode">A recovery code, instead of a code from the app.</param>
internal sealed record TokenRequest([Needed] string? Username, [Needed] string? Password, string? Code, string? RecoveryCode);

internal sealed record RefreshRequest([Needed] string? RefreshToken);

/// <param name="ExpiresIn">Seconds.</param>
/// <param name="RefreshToken">Works once.</param>
internal sealed record IssuedTokens(string AccessToken, string TokenType, int ExpiresIn, string RefreshToken);
