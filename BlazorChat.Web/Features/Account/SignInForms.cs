using BlazorChat.Core;

namespace BlazorChat.Web.Features.Account;

/// <summary>Handles the forms of the sign-in page: like the endpoints for programs, but the result is a cookie.</summary>
public sealed class SignInForms(
    Passwords passwords, SecondStep secondStep, TwoFactor twoFactor, Passkeys passkeys, SignInLimits limits, BrowserSignIn browser)
{
    private static readonly Refusal TooLate =
        new(RefusalReason.NotSignedIn, "too_late", "That took too long. Begin again with your password.");

    /// <returns>The ticket for the second step; null if the browser is signed in already.</returns>
    public async Task<Result<string?>> SignInAsync(HttpContext http, string? username, string? password, bool remember)
    {
        if (await limits.RefuseSignInAsync(http, username) is { } tooMany)
            return tooMany.Why;
        var user = await passwords.CheckAsync(username, password);
        if (user.Refusal is { } why)
            return why;
        if (user.Value.TwoFactorEnabled)
            return secondStep.TicketFor(user.Value, remember);
        return await browser.BeginAsync(http, user.Value, remember) is { } refused ? refused : default(Result<string?>);
    }

    /// <summary>The second step. The field takes a code from the app or a recovery code.</summary>
    public async Task<Refusal?> SignInAsync(HttpContext http, string? ticket, string? code)
    {
        if (await secondStep.FindAsync(ticket) is not var (user, remember))
            return TooLate;
        if (await limits.RefuseSignInAsync(http, user.UserName) is { } tooMany)
            return tooMany.Why;
        var isRecovery = code?.Any(char.IsAsciiLetter) == true;
        return await twoFactor.RefuseAsync(user, isRecovery ? null : code, isRecovery ? code : null) ??
            await browser.BeginAsync(http, user, remember);
    }

    public async Task<Refusal?> SignInByPasskeyAsync(HttpContext http, string? credential)
    {
        if (await limits.RefuseAddressAsync(http) is { } tooMany)
            return tooMany.Why;
        var user = await passkeys.CheckAsync(credential);
        return user.Refusal ?? await browser.BeginAsync(http, user.Value, remember: true);
    }
}
