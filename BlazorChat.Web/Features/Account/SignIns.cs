using System.Security.Cryptography;
using System.Text;
using BlazorChat.Core;
using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>Begins, renews and ends sign-ins.</summary>
public sealed class SignIns(EventLog log, Sessions sessions, TimeProvider clock)
{
    /// <summary>How long a sign-in lasts without being renewed.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    private static readonly Refusal BadRefreshToken = new(
        RefusalReason.NotSignedIn, "bad_refresh_token", "This refresh token is used, revoked or expired. Sign in again.");

    public Task<Result<Session>> BeginAsync(ChatUser user, string? refreshSecret = null) =>
        log.AppendAsync<Session>(async (append, ct) =>
        {
            // Banned or deactivated since the password was checked, or let in by something else than a password.
            if (!await append.Db.ActiveUsers.AnyAsync(u => u.Id == user.Id, ct))
                return Accounts.WrongCredentials;
            var session = new Session
            {
                Id = RandomId.New(),
                UserId = user.Id,
                Stamp = user.SecurityStamp!,
                CreatedAt = append.Now,
                ExpiresAt = InThirtyDays(),
                RefreshHash = refreshSecret is null ? null : Hash(refreshSecret),
            };
            append.Db.Sessions.Add(session);
            return session;
        });

    /// <summary>Trades a refresh token for a new one. Each serves once.</summary>
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
                !CryptographicOperations.FixedTimeEquals(hash, Hash(secret)) ||
                !await append.Db.ActiveUsers.AnyAsync(u => u.Id == session.UserId && u.SecurityStamp == session.Stamp, ct))
                return BadRefreshToken;
            session.RefreshHash = Hash(nextSecret);
            session.ExpiresAt = InThirtyDays();
            return session;
        });
        sessions.Forget(sessionId);
        return renewed;
    }

    /// <summary>Ends one sign-in and its streams.</summary>
    public async Task EndAsync(string userId, string sessionId)
    {
        await log.AppendAsync<Done>(async (append, ct) =>
        {
            if (await append.Db.Sessions.FindAsync([sessionId], ct) is { } session)
            {
                append.Db.Sessions.Remove(session);
                append.Log(EntryKind.SessionEnded, null, userId, sessionId);
            }
            return default(Done);
        });
        sessions.Forget(sessionId);
    }

    /// <summary>Ends every sign-in of a user, as part of a larger change. The account's security stamp moves on.</summary>
    internal static async Task EndAllAsync(Append append, ChatUser user, CancellationToken ct)
    {
        user.SecurityStamp = RandomId.NewSecret();
        append.Db.Sessions.RemoveRange(await append.Db.Sessions.Where(s => s.UserId == user.Id).ToListAsync(ct));
        append.Log(EntryKind.UserSignedOut, null, user.Id, user.Id);
    }

    private long InThirtyDays() => (clock.GetUtcNow() + Lasts).ToUnixTimeMilliseconds();

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
