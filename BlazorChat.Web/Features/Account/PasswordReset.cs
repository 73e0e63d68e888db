using BlazorChat.Core;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>
/// Links for choosing a new password without knowing the old one. A link works once, because it is bound to the account's
/// security stamp, which changes with the password; and it expires. A mailed link also ends when its address is no longer the
/// confirmed one, and a link from an administrator ends when they may no longer give it out.
/// </summary>
public sealed class PasswordReset(
    UserManager<ChatUser> users, Passwords passwords, LogWriter log, KnownSessions sessions, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private static readonly Refusal BadLink = Refusal.Conflict("bad_reset_link",
        "This link is used up or too old. Ask for another one.");

    /// <summary>A link for the account's confirmed address.</summary>
    public Task<ResetLink> MailedLinkAsync(ChatUser user) => MakeAsync(user, MailedTo(user.Email!), "");

    /// <summary>A link that an administrator hands out.</summary>
    public Task<ResetLink> HandedOutLinkAsync(ChatUser user, string administratorId) =>
        MakeAsync(user, HandedOutBy(administratorId), $"&by={Uri.EscapeDataString(administratorId)}");

    /// <summary>Sets the password and ends all sessions.</summary>
    /// <param name="userId">The owner of the account.</param>
    /// <param name="token">The link's secret.</param>
    /// <param name="by">The administrator who handed it out; null: it was mailed.</param>
    /// <param name="password">The new one.</param>
    public async Task<Result<ChatUser>> ResetAsync(string? userId, string? token, string? by, string? password)
    {
        if (await users.FindByIdAsync(userId ?? "") is not { IsActive: true } user || !await IsGoodAsync(user, token, by))
            return BadLink;
        if (await passwords.RefuseNewAsync(user, password) is { } why)
            return why;
        var hash = users.PasswordHasher.HashPassword(user, password!);
        var reset = await log.AppendAsync<ChatUser>(async (append, ct) =>
        {
            var account = await append.Db.Users.SingleAsync(u => u.Id == user.Id, ct);
            if (account.SecurityStamp != user.SecurityStamp || !await StandsAsync(append.Db, account, user, by, ct))
                return BadLink;
            account.PasswordHash = hash;
            (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
            await SignIns.EndAllAsync(append, account, ct);
            return account;
        });
        sessions.ForgetUser(user.Id);
        return reset;
    }

    private async Task<ResetLink> MakeAsync(ChatUser user, string purpose, string suffix)
    {
        var token = await users.GenerateUserTokenAsync(user, Provider, purpose);
        return new(
            $"account/reset?user={Uri.EscapeDataString(user.Id)}&token={Uri.EscapeDataString(token)}{suffix}",
            (clock.GetUtcNow() + Lasts).ToUnixTimeMilliseconds());
    }

    private async Task<bool> IsGoodAsync(ChatUser user, string? token, string? by) =>
        (by is null ? user.Email is { } address ? MailedTo(address) : null : HandedOutBy(by)) is { } purpose &&
        await users.VerifyUserTokenAsync(user, Provider, purpose, token ?? "");

    /// <summary>Whether the link is still allowed. Checked in the writer, where nobody can change that meanwhile.</summary>
    private static async Task<bool> StandsAsync(ChatDb db, ChatUser account, ChatUser asked, string? by, CancellationToken ct) =>
        by is null
            ? account.EmailConfirmed && account.Email == asked.Email
            : await db.ActiveUsers.AnyAsync(u => u.Id == by && u.IsAdministrator, ct);

    private string Provider => users.Options.Tokens.PasswordResetTokenProvider;

    private static string MailedTo(string address) => $"{UserManager<ChatUser>.ResetPasswordTokenPurpose} to {address}";

    private static string HandedOutBy(string administratorId) =>
        $"{UserManager<ChatUser>.ResetPasswordTokenPurpose} by {administratorId}";
}

/// <param name="Url">The address to open.</param>
/// <param name="ExpiresAt">Unix milliseconds.</param>
public sealed record ResetLink([property: ChatAddress] string Url, long ExpiresAt);
