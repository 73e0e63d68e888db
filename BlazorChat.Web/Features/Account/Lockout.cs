using BlazorChat.Core;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>
/// Locks an account for a while after repeated wrong passwords or codes. Failures are counted in the writer, so that none is
/// missed when many attempts come at once.
/// </summary>
public sealed class Lockout(LogWriter log)
{
    internal const int After = 5;
    internal static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    /// <param name="account">Whose it is.</param>
    /// <param name="now">Unix milliseconds.</param>
    public static bool IsLocked(ChatUser account, long now) => account.LockoutEnd?.ToUnixTimeMilliseconds() > now;

    /// <param name="account">Whose it is.</param>
    /// <param name="now">Unix milliseconds.</param>
    /// <returns>For how long it is still locked; null if it is not.</returns>
    public static TimeSpan? LeftOf(ChatUser account, long now) =>
        IsLocked(account, now) ? account.LockoutEnd - DateTimeOffset.FromUnixTimeMilliseconds(now) : null;

    /// <summary>Counts a failure as part of a larger change.</summary>
    internal static void Count(ChatUser account, long now)
    {
        if (IsLocked(account, now) || ++account.AccessFailedCount < After)
            return;
        account.AccessFailedCount = 0;
        account.LockoutEnd = DateTimeOffset.FromUnixTimeMilliseconds(now) + Lasts;
    }

    /// <summary>
    /// Whether a correct password counts. It does not if the account is locked by now. This is checked in the writer, after all
    /// failures that came before.
    /// </summary>
    /// <returns>For how long the account is still locked; null if it is not.</returns>
    public async Task<TimeSpan?> LeftAsync(string userId)
    {
        var left = await log.AppendAsync<TimeSpan>(async (append, ct) =>
            LeftOf(await append.ToRead.Users.AsNoTracking().SingleAsync(u => u.Id == userId, ct), append.Now) ?? TimeSpan.Zero);
        return left.Refusal is not null ? Lasts : left.Value > TimeSpan.Zero ? left.Value : null;
    }

    /// <summary>Counts a failure. The caller need not wait: whether an account is locked is checked after this, in the writer.</summary>
    public Task CountAsync(string userId) => log.AppendAsync<Done>(async (append, ct) =>
    {
        if (await append.Db.Users.FindAsync([userId], ct) is { } account)
            Count(account, append.Now);
        return default(Done);
    });
}
