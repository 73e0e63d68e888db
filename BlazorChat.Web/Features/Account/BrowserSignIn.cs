using System.Security.Claims;
using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BlazorChat.Web.Features.Account;

/// <summary>Signs a browser in and out by a cookie.</summary>
public sealed class BrowserSignIn(SignIns signIns)
{
    /// <returns>Why not, or null.</returns>
    public async Task<Refusal?> BeginAsync(HttpContext http, ChatUser user, bool remember)
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

    public async Task EndAsync(HttpContext http)
    {
        if (http.Features.Get<Caller>() is { } caller)
            await signIns.EndAsync(caller.UserId, caller.SessionId);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
