using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>Lists someone's sessions and access tokens.</summary>
public static class SessionQueries
{
    /// <returns>Their sessions: the current one first, then the most recently used.</returns>
    public static async Task<IReadOnlyList<SignInView>> SignInsOfAsync(ChatDb db, Caller caller, long now, CancellationToken ct)
    {
        var rows = await Of(db, caller, now).Where(s => s.TokenHash == null).ToListAsync(ct);
        return
        [
            .. rows.Select(s => SignInView.Of(s, caller))
                .OrderByDescending(s => s.Current).ThenByDescending(s => s.LastSeenAt),
        ];
    }

    /// <returns>Their access tokens, the newest first.</returns>
    public static async Task<IReadOnlyList<TokenView>> TokensOfAsync(ChatDb db, Caller caller, long now, CancellationToken ct)
    {
        var rows = await Of(db, caller, now).Where(s => s.TokenHash != null).ToListAsync(ct);
        return [.. rows.OrderByDescending(s => s.CreatedAt).Select(TokenView.Of)];
    }

    private static IQueryable<Session> Of(ChatDb db, Caller caller, long now) =>
        db.Sessions.AsNoTracking().Where(s => s.UserId == caller.UserId && s.ExpiresAt > now);
}

/// <param name="Program">Whether a program signed in through <c>/auth/token</c>, and not a browser.</param>
/// <param name="LastSeenAt">Accurate to a few minutes.</param>
/// <param name="Current">Whether the request came with this session.</param>
public sealed record SignInView(
    string SessionId, string Device, string Address, bool Program, long CreatedAt, long LastSeenAt, long ExpiresAt, bool Current)
{
    public static SignInView Of(Session session, Caller caller) => new(
        session.Id, session.Device, session.Address, session.RefreshHash is not null, session.CreatedAt, session.SeenAt,
        session.ExpiresAt, session.Id == caller.SessionId);
}

/// <param name="LastUsedAt">Accurate to a few minutes; null if it was never used.</param>
/// <param name="ExpiresAt">Null if it lasts until it is revoked.</param>
public sealed record TokenView(
    string TokenId, string Name, TokenScope Scope, long CreatedAt, long? LastUsedAt, string LastUsedBy, long? ExpiresAt)
{
    public static TokenView Of(Session token) => new(
        token.Id, token.Name!, token.Scope!.Value, token.CreatedAt, token.SeenAt == 0 ? null : token.SeenAt,
        token.Device, token.ExpiresAt == Session.Never ? null : token.ExpiresAt);
}
