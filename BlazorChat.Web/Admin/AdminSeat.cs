using System.Security.Claims;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Account;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BlazorChat.Web.Admin;

/// <summary>
/// The user of an administration page. A circuit may outlive its user's rights, so this checks them before anything is shown
/// or done.
/// </summary>
internal sealed class AdminSeat(AuthenticationStateProvider authentication, KnownSessions sessions)
{
    /// <returns>Null if the user is not an administrator, or no longer one.</returns>
    public async Task<Caller?> AskAsync()
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        var caller = await sessions.FindAsync(user.FindFirstValue(JwtRegisteredClaimNames.Sid), null, CancellationToken.None);
        return caller is { IsAdministrator: true } ? caller : null;
    }
}
