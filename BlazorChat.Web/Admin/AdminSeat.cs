using System.Security.Claims;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Account;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BlazorChat.Web.Admin;

/// <summary>
/// Who sits before an administration page. A circuit outlives what its person may do: this is asked anew before
/// everything that is shown or done.
/// </summary>
internal sealed class AdminSeat(AuthenticationStateProvider authentication, Sessions sessions)
{
    /// <returns>Null: not an administrator, or not one any more.</returns>
    public async Task<Caller?> AskAsync()
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        var caller = await sessions.FindAsync(user.FindFirstValue(JwtRegisteredClaimNames.Sid), null, CancellationToken.None);
        return caller is { IsAdministrator: true } ? caller : null;
    }
}
