using BlazorChat.Core;
using BlazorChat.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>
/// Links by which someone gives themselves a new password without knowing the old one. A link serves once, because the
/// account's security stamp, which it is bound to, moves on with the password; and not for long.
/// </summary>
public sealed class PasswordReset(
    UserManager<ChatUser> users, Accounts accounts, IDbContextFactory<ChatDb> databases, EventLog log, Sessions sessions,
    TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private static readonly Refusal BadLink = Refusal.Conflict("bad_reset_link",
        "This link is used up or too old. Ask for another one.");

    public async Task<ResetLink> LinkForAsync(ChatUser user) => new(
        $"/account/reset?user={Uri.EscapeDataString(user.Id)}&token={Uri.EscapeDataString(await users.GeneratePasswordResetTokenAsync(user))}",
        (clock.GetUtcNow() + Lasts).ToUnixTimeMilliseconds());

    /// <summary>Sets the password and ends every sign-in.</summary>
    public async Task<Result<ChatUser>> ResetAsync(string? userId, string? token, string? password)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.ActiveUsers.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId) is not { } user ||
            !await IsGoodAsync(user, token))
            return BadLink;
        if (await accounts.WrongPasswordAsync(user, password) is { } why)
            return why;
        var hash = users.PasswordHasher.HashPassword(user, password!);
        var reset = await log.AppendAsync<ChatUser>(async (append, ct) =>
        {
            var account = await append.Db.Users.SingleAsync(u => u.Id == user.Id, ct);
            if (account.SecurityStamp != user.SecurityStamp)
                return BadLink;
            account.PasswordHash = hash;
            (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
            await SignIns.EndAllAsync(append, account, ct);
            return account;
        });
        sessions.ForgetUser(user.Id);
        return reset;
    }

    private Task<bool> IsGoodAsync(ChatUser user, string? token) => users.VerifyUserTokenAsync(
        user, users.Options.Tokens.PasswordResetTokenProvider, UserManager<ChatUser>.ResetPasswordTokenPurpose, token ?? "");
}

/// <param name="Url">A path of this chat.</param>
/// <param name="ExpiresAt">Unix milliseconds.</param>
public sealed record ResetLink(string Url, long ExpiresAt);
