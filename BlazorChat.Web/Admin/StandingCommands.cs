using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Direct;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Admin;

/// <summary>Changes an account's standing: its role, whether it may sign in, and whether it must sign in again.</summary>
internal sealed class StandingCommands(LogWriter log, KnownSessions sessions)
{
    private const int MaxReasonLength = 250;

    public Task<Result<Done>> ChangeAsync(Caller caller, string userId, ChangeStanding change) =>
        ActAsync(caller, userId, async (append, user, ct) =>
        {
            if (change.Role is not (null or "administrator" or "member"))
                return Refusal.Invalid("role", "People are administrators or members.");
            if (await Administrators.IsLastAsync(append.Db, user, ct) && (change.Role == "member" || change.Deactivated == true))
                return Administrators.LastOne;
            if (change.Role is { } role && user.IsAdministrator != (role == "administrator"))
            {
                user.IsAdministrator = !user.IsAdministrator;
                append.Log(EndedSessions.RightsChanged, null, caller.UserId, user.Id);
                append.Audit(caller, user.IsAdministrator ? "user.promote" : "user.demote", user);
            }
            if (change.Deactivated == true && user.DeactivatedAt is null)
            {
                user.DeactivatedAt = append.Now;
                await SignIns.EndAllAsync(append, user, ct);
                append.Audit(caller, "user.deactivate", user);
            }
            if (change.Deactivated == false && user.DeactivatedAt is not null)
            {
                user.DeactivatedAt = null;
                append.Audit(caller, "user.reactivate", user);
            }
            return null;
        });

    /// <summary>Ends everything the user has open, and lets them sign in no more. Their messages stay.</summary>
    public Task<Result<Done>> BanAsync(Caller caller, string userId, string? reason) =>
        ActAsync(caller, userId, async (append, user, ct) =>
        {
            var why = PlainLine.Clean(reason);
            if (why.Length is 0 or > MaxReasonLength)
                return Refusal.Invalid("reason", $"Give a reason of 1 to {MaxReasonLength} characters.");
            if (await Administrators.IsLastAsync(append.Db, user, ct))
                return Administrators.LastOne;
            user.BannedAt ??= append.Now;
            user.BanReason = why;
            await SignIns.EndAllAsync(append, user, ct);
            append.Audit(caller, "user.ban", user, detail: why);
            return null;
        });

    public Task<Result<Done>> LiftBanAsync(Caller caller, string userId) => ActAsync(caller, userId, (append, user, _) =>
    {
        if (user.BannedAt is not null)
        {
            user.BannedAt = null;
            user.BanReason = null;
            append.Audit(caller, "user.lift_ban", user);
        }
        return Task.FromResult<Refusal?>(null);
    });

    /// <summary>Ends all sessions of the user. They may sign in again.</summary>
    public Task<Result<Done>> SignOutAsync(Caller caller, string userId) => ActAsync(caller, userId, async (append, user, ct) =>
    {
        await SignIns.EndAllAsync(append, user, ct);
        append.Audit(caller, "user.sign_out", user);
        return null;
    });

    private async Task<Result<Done>> ActAsync(
        Caller caller, string userId, Func<LogAppend, ChatUser, CancellationToken, Task<Refusal?>> act)
    {
        var done = await log.AdministerAsync<Done>(caller, async (append, ct) =>
        {
            if (await append.Db.Users.SingleOrDefaultAsync(u => u.Id == userId && u.DeletedAt == null, ct) is not { } user)
                return Refusal.NotFound;
            var wasActive = user.IsActive;
            if (await act(append, user, ct) is { } why)
                return why;
            if (user.IsActive != wasActive)
                await DirectCommands.TellAsync(append, caller.UserId, userId, ct);
            return default(Done);
        });
        sessions.ForgetUser(userId);
        return done;
    }
}

/// <summary>Fields that are absent stay as they are.</summary>
/// <param name="Role"><c>administrator</c> or <c>member</c>.</param>
/// <param name="Deactivated">Whether nobody can sign in to the account until it is reactivated.</param>
internal sealed record ChangeStanding(string? Role = null, bool? Deactivated = null);
