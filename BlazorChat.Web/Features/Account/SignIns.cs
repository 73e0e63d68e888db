using System.Linq.Expressions;
using System.Security.Cryptography;
using BlazorChat.Core;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>Begins, renews and ends sessions.</summary>
public sealed class SignIns(LogWriter log, KnownSessions sessions, TimeProvider clock)
{
    /// <summary>How long a session lasts without being renewed.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    private static readonly Refusal BadRefreshToken = new(
        RefusalReason.NotSignedIn, "bad_refresh_token", "This refresh token is used, revoked or expired. Sign in again.");

    /// <param name="user">The user who has proved who they are.</param>
    /// <param name="device">The device they use.</param>
    /// <param name="refreshSecret">For programs: the secret to renew the session with.</param>
    public Task<Result<Session>> BeginAsync(ChatUser user, Device device, string? refreshSecret = null) =>
        log.AppendAsync<Session>(async (append, ct) =>
        {
            // Since the password was checked, it may have been changed, the account may have been locked, or the person banned.
            if (await append.Db.ActiveUsers.SingleOrDefaultAsync(u => u.Id == user.Id, ct) is not { } account ||
                account.SecurityStamp != user.SecurityStamp)
                return SignInRefusals.WrongCredentials;
            if (Lockout.LeftOf(account, append.Now) is { } left)
                return SignInRefusals.Locked(left);
            account.AccessFailedCount = 0;
            append.Db.Sessions.RemoveRange(await append.Db.Sessions
                .Where(s => s.UserId == user.Id && s.ExpiresAt <= append.Now).ToListAsync(ct));
            var session = new Session
            {
                Id = RandomId.New(),
                UserId = user.Id,
                Stamp = user.SecurityStamp!,
                CreatedAt = append.Now,
                ExpiresAt = InThirtyDays(),
                RefreshHash = refreshSecret is null ? null : TokenSecret.Hash(refreshSecret),
                Device = device.Name,
                Address = device.Address,
                SeenAt = append.Now,
            };
            append.Db.Sessions.Add(session);
            return session;
        });

    /// <summary>Exchanges a refresh token for a new one. Each works once.</summary>
    /// <param name="token">A session's id and its secret, with a dot between.</param>
    /// <param name="nextSecret">The secret of the token that replaces it.</param>
    public async Task<Result<Session>> RenewAsync(string? token, string nextSecret)
    {
        var parts = token?.Split('.', 2);
        if (parts is not [var sessionId, var secret])
            return BadRefreshToken;
        var renewed = await log.AppendAsync<Session>(async (append, ct) =>
        {
            var session = await append.Db.Sessions.FindAsync([sessionId], ct);
            if (session?.RefreshHash is not { } hash || session.ExpiresAt <= append.Now ||
                !CryptographicOperations.FixedTimeEquals(hash, TokenSecret.Hash(secret)) ||
                !await append.Db.ActiveUsers.AnyAsync(u => u.Id == session.UserId && u.SecurityStamp == session.Stamp, ct))
                return BadRefreshToken;
            session.RefreshHash = TokenSecret.Hash(nextSecret);
            session.ExpiresAt = InThirtyDays();
            return session;
        });
        sessions.Forget(sessionId);
        return renewed;
    }

    /// <summary>Ends one session or access token of a user, and its streams.</summary>
    /// <returns>Whether they had it.</returns>
    public Task<Result<Done>> EndAsync(string userId, string sessionId) =>
        EndAsync(userId, s => s.Id == sessionId, ended => ended > 0 ? default(Done) : Refusal.NotFound);

    /// <summary>Ends all sessions of a user but one. Access tokens stay.</summary>
    public Task<Result<Done>> EndOthersAsync(string userId, string sessionId) =>
        EndAsync(userId, s => s.Id != sessionId && s.TokenHash == null, _ => default(Done));

    private async Task<Result<Done>> EndAsync(
        string userId, Expression<Func<Session, bool>> which, Func<int, Result<Done>> answer)
    {
        string[] ended = [];
        var done = await log.AppendAsync(async (append, ct) =>
        {
            var over = await append.Db.Sessions.Where(s => s.UserId == userId).Where(which).ToListAsync(ct);
            append.Db.Sessions.RemoveRange(over);
            foreach (var session in over)
                append.Log(EndedSessions.SessionEnded, null, userId, session.Id);
            ended = [.. over.Select(session => session.Id)];
            return answer(ended.Length);
        });
        foreach (var sessionId in ended)
            sessions.Forget(sessionId);
        return done;
    }

    /// <summary>Ends all sessions of a user, as part of a larger change, and changes the account's security stamp.</summary>
    internal static async Task EndAllAsync(LogAppend append, ChatUser user, CancellationToken ct)
    {
        user.SecurityStamp = RandomId.NewSecret();
        append.Db.Sessions.RemoveRange(await append.Db.Sessions.Where(s => s.UserId == user.Id).ToListAsync(ct));
        append.Log(EndedSessions.UserSignedOut, null, user.Id, user.Id);
    }

    private long InThirtyDays() => (clock.GetUtcNow() + Lasts).ToUnixTimeMilliseconds();
}
