using System.Text.Json;
using BlazorChat.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace BlazorChat.Web.Features.Account;

/// <summary>The ticket that the page for the second factor carries: whose password was right, and until when that counts.</summary>
public sealed class SecondStep(IDataProtectionProvider protection, UserManager<ChatUser> users, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly IDataProtector protector = protection.CreateProtector("BlazorChat.SecondStep");

    public string TicketFor(ChatUser user, bool remember) => protector.Protect(
        JsonSerializer.Serialize(new Ticket(user.Id, user.SecurityStamp!, remember, (clock.GetUtcNow() + Lasts).ToUnixTimeMilliseconds())));

    /// <returns>The user, and whether the browser shall stay signed in; null if the ticket is not valid or too old.</returns>
    public async Task<(ChatUser User, bool Remember)?> FindAsync(string? ticket) =>
        Read(ticket) is { } begun && await users.FindByIdAsync(begun.UserId) is { } user && user.SecurityStamp == begun.Stamp
            ? (user, begun.Remember)
            : null;

    private Ticket? Read(string? text)
    {
        try
        {
            var ticket = text is null ? null : JsonSerializer.Deserialize<Ticket>(protector.Unprotect(text));
            return ticket?.Until > clock.GetUtcNow().ToUnixTimeMilliseconds() ? ticket : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private sealed record Ticket(string UserId, string Stamp, bool Remember, long Until);
}
