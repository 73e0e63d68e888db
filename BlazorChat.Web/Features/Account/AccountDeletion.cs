using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>Deletes an account. Its messages stay, shown as from a deleted account.</summary>
public sealed class AccountDeletion(Passwords passwords, LogWriter log, KnownSessions sessions, IEnumerable<IOnAccountDeleted> hooks)
{
    private static readonly Refusal LastAdministrator = Refusal.Conflict("last_administrator",
        "You are the only administrator. Make someone else one before you delete your account.");

    public async Task<Result<Done>> DeleteAsync(Caller caller, string? password)
    {
        if (await passwords.ConfirmAsync(caller, password) is { Refusal: { } why })
            return why;
        List<DeleteStep> steps = [];
        foreach (var hook in hooks)
            steps.Add(await hook.PrepareAsync(caller, CancellationToken.None));
        var deleted = await log.AppendAsync((append, ct) => DeleteAsync(append, caller, steps, ct));
        sessions.ForgetUser(caller.UserId);
        return deleted;
    }

    private static async Task<Result<Done>> DeleteAsync(LogAppend append, Caller caller, List<DeleteStep> steps, CancellationToken ct)
    {
        var account = await append.Db.Users.SingleAsync(u => u.Id == caller.UserId, ct);
        if (await Administrators.IsLastAsync(append.Db, account, ct) &&
            await append.Db.Users.AnyAsync(u => u.DeletedAt == null && u.Id != account.Id, ct))
            return LastAdministrator;
        account.Erase(append.Now);
        append.Db.UserPasskeys.RemoveRange(append.Db.UserPasskeys.Where(p => p.UserId == account.Id));
        append.Db.UserTokens.RemoveRange(append.Db.UserTokens.Where(t => t.UserId == account.Id));
        foreach (var step in steps)
            await step(append, account, ct);
        await SignIns.EndAllAsync(append, account, ct);
        return default(Done);
    }
}
