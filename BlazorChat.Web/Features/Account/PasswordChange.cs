using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>Changes the password of someone who knows the old one.</summary>
public sealed class PasswordChange(UserManager<ChatUser> users, Passwords passwords, LogWriter log, KnownSessions sessions)
{
    /// <summary>Ends all sessions, too: the caller signs in again.</summary>
    public async Task<Result<ChatUser>> ChangeAsync(Caller caller, string? current, string? next)
    {
        var user = await passwords.ConfirmAsync(caller, current);
        if (user.Refusal is { } why)
            return why;
        if (await passwords.RefuseNewAsync(user.Value, next) is { } refusal)
            return refusal with { Field = "new_password" };
        var hash = users.PasswordHasher.HashPassword(user.Value, next!);
        var changed = await log.AppendAsync<ChatUser>(async (append, ct) =>
        {
            var account = await append.Db.Users.SingleAsync(u => u.Id == caller.UserId, ct);
            account.PasswordHash = hash;
            await SignIns.EndAllAsync(append, account, ct);
            return account;
        });
        sessions.ForgetUser(caller.UserId);
        return changed;
    }
}
