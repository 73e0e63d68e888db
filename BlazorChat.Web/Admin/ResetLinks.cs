using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Admin;

/// <summary>Links that administrators give to people who forgot their password.</summary>
internal sealed class ResetLinks(LogWriter log, PasswordReset reset)
{
    public Task<Result<ResetLink>> MakeAsync(Caller caller, string userId) =>
        log.AdministerAsync<ResetLink>(caller, async (append, ct) =>
        {
            if (await append.Db.Users.SingleOrDefaultAsync(u => u.Id == userId && u.DeletedAt == null, ct) is not { } user)
                return Refusal.NotFound;
            append.Audit(caller, "user.reset_link", user);
            return await reset.HandedOutLinkAsync(user, caller.UserId);
        });
}
