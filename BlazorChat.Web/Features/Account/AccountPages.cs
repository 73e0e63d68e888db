using System.Security.Claims;
using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BlazorChat.Web.Features.Account;

/// <summary>What the forms of the account pages do: the same as the endpoints for programs, ending in a cookie.</summary>
public sealed class AccountPages(
    Accounts accounts, SignIns signIns, TwoFactor twoFactor, SecondStep secondStep, Passkeys passkeys,
    UserManager<ChatUser> users, EmailAddresses addresses, SignInLimits limits)
{
    private static readonly Refusal TooLate =
        new(RefusalReason.NotSignedIn, "too_late", "That took too long. Begin again with your password.");

    public Task<bool> IsFirstAsync() => accounts.IsFirstAsync();

    /// <returns>Why not; null: the account is made and its browser signed in.</returns>
    public async Task<Refusal?> RegisterAsync(HttpContext http, string? username, string? email, string? password)
    {
        if (limits.RefuseRegistration(http) is { } tooMany)
            return tooMany.Why;
        var user = await accounts.RegisterAsync(username, email, password);
        if (user.Refusal is null)
            addresses.AskToConfirm(user.Value.Id);
        return user.Refusal ?? await SignInAsync(http, user.Value, remember: true);
    }

    /// <returns>The ticket to come back with and a code; none: the browser is signed in.</returns>
    public async Task<Result<string?>> SignInAsync(HttpContext http, string? username, string? password, bool remember)
    {
        if (limits.RefuseSignIn(http, username) is { } tooMany)
            return tooMany.Why;
        var user = await accounts.CheckAsync(username, password);
        if (user.Refusal is { } why)
            return why;
        if (user.Value.TwoFactorEnabled)
            return secondStep.TicketFor(user.Value, remember);
        return await SignInAsync(http, user.Value, remember) is { } refused ? refused : default(Result<string?>);
    }

    /// <summary>The second step, with a code of the app or a recovery code in the same field.</summary>
    public async Task<Refusal?> SignInAsync(HttpContext http, string? ticket, string? code)
    {
        if (secondStep.Read(ticket) is not { } begun || await users.FindByIdAsync(begun.UserId) is not { } user ||
            user.SecurityStamp != begun.Stamp)
            return TooLate;
        if (limits.RefuseSignIn(http, user.UserName) is { } tooMany)
            return tooMany.Why;
        var isRecovery = code?.Any(char.IsAsciiLetter) == true;
        return await twoFactor.RefuseAsync(user, isRecovery ? null : code, isRecovery ? code : null) ??
            await SignInAsync(http, user, begun.Remember);
    }

    public async Task<Refusal?> SignInByPasskeyAsync(HttpContext http, string? credential)
    {
        if (limits.RefuseAddress(http) is { } tooMany)
            return tooMany.Why;
        var user = await passkeys.CheckAsync(credential);
        return user.Refusal ?? await SignInAsync(http, user.Value, remember: true);
    }

    public async Task<Refusal?> ChangePasswordAsync(HttpContext http, string? current, string? next)
    {
        var changed = await accounts.ChangePasswordAsync(CallerOf(http), current, next);
        return changed.Refusal ?? await SignInAsync(http, changed.Value, remember: true);
    }

    public async Task SignOutAsync(HttpContext http)
    {
        if (http.Features.Get<Caller>() is { } caller)
            await signIns.EndAsync(caller.UserId, caller.SessionId);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private async Task<Refusal?> SignInAsync(HttpContext http, ChatUser user, bool remember)
    {
        var session = await signIns.BeginAsync(user, Device.Of(http));
        if (session.Refusal is { } why)
            return why;
        var identity = new ClaimsIdentity(
            [new(JwtRegisteredClaimNames.Sub, user.Id), new(JwtRegisteredClaimNames.Sid, session.Value.Id)],
            IdentityConstants.ApplicationScheme);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties
        {
            IsPersistent = remember,
            ExpiresUtc = DateTimeOffset.FromUnixTimeMilliseconds(session.Value.ExpiresAt),
        });
        return null;
    }

    private static Caller CallerOf(HttpContext http) => http.Features.GetRequiredFeature<Caller>();
}
