using System.Security.Claims;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Account;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BlazorChat.Web.Admin;

/// <summary>
/// Who uses an administration page. A circuit may live longer than the rights of its person: this asks again before
/// anything is shown or done.
/// </summary>
internal sealed class AdminSeat(AuthenticationStateProvider authentication, KnownSessions sessions)
{
    /// <returns>Null: not an administrator, or not one any more.</returns>
    public async Task<Caller?> AskAsync()
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        var caller = await sessions.FindAsync(user.FindFirstValue(JwtRegisteredClaimNames.Sid), null, CancellationToken.None);
        return caller is { IsAdministrator: true } ? caller : null;
    }
}
