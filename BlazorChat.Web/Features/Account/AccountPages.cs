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
public sealed class AccountPages(Accounts accounts, SignIns signIns, SignInLimits limits)
{
    internal static readonly Refusal TooMany =
        Refusal.Unavailable("Too many attempts. Wait a little and try again.");

    public Task<bool> IsFirstAsync() => accounts.IsFirstAsync();

    /// <returns>Why not; null: the account is made and its browser signed in.</returns>
    public async Task<Refusal?> RegisterAsync(HttpContext http, string? username, string? email, string? password)
    {
        if (limits.RefuseRegistration(http) is not null)
            return TooMany;
        var user = await accounts.RegisterAsync(username, email, password);
        return user.Refusal ?? await SignInAsync(http, user.Value, remember: true);
    }

    public async Task<Refusal?> SignInAsync(HttpContext http, string? username, string? password, bool remember)
    {
        if (limits.RefuseSignIn(http, username) is not null)
            return TooMany;
        var user = await accounts.CheckAsync(username, password);
        return user.Refusal ?? await SignInAsync(http, user.Value, remember);
    }

    public async Task<Refusal?> ChangePasswordAsync(HttpContext http, string? current, string? next)
    {
        var changed = await accounts.ChangePasswordAsync(CallerOf(http), current, next);
        return changed.Refusal ?? await SignInAsync(http, changed.Value, remember: true);
    }

    public async Task<Refusal?> DeleteAccountAsync(HttpContext http, string? password)
    {
        var deleted = await accounts.DeleteAsync(CallerOf(http), password);
        if (deleted.Refusal is null)
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return deleted.Refusal;
    }

    public async Task SignOutAsync(HttpContext http)
    {
        if (http.Features.Get<Caller>() is { } caller)
            await signIns.EndAsync(caller.UserId, caller.SessionId);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private async Task<Refusal?> SignInAsync(HttpContext http, ChatUser user, bool remember)
    {
        var session = await signIns.BeginAsync(user);
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
