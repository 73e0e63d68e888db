using BlazorChat.Core;
using BlazorChat.Core.Presence;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.People;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Admin;

/// <summary>Lists accounts.</summary>
internal sealed class PeopleQueries(IDbContextFactory<ChatDb> databases, PresenceBoard presence, TimeProvider clock)
{
    public async Task<Result<PeoplePage>> ListAsync(PeopleRequest request, PageRequest page, CancellationToken ct)
    {
        if ((page.Check() ?? request.Check()) is { } why)
            return why;
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = request.Filter(db.Users.AsNoTracking().Where(u => u.DeletedAt == null));
        var total = await found.CountAsync(ct);
        var users = await request.Sorted(db, found).Skip(page.Skipped).Take(page.Size).ToListAsync(ct);
        return new PeoplePage(await ViewAsync(db, users, ct), total, page.Number);
    }

    public async Task<AccountView?> FindAsync(string userId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId && u.DeletedAt == null, ct);
        return user is null ? null : (await ViewAsync(db, [user], ct))[0];
    }

    private async Task<IReadOnlyList<AccountView>> ViewAsync(ChatDb db, IReadOnlyList<ChatUser> users, CancellationToken ct)
    {
        var ids = users.Select(u => u.Id).ToArray();
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var signIns = await db.Sessions.Where(s => ids.Contains(s.UserId) && s.ExpiresAt > now)
            .GroupBy(s => s.UserId)
            .Select(group => new { UserId = group.Key, Count = group.Count(), Last = group.Max(s => s.CreatedAt) })
            .ToDictionaryAsync(group => group.UserId, ct);
        var files = await db.Attachments.Where(a => ids.Contains(a.SenderId) && a.DiscardedAt == null)
            .GroupBy(a => a.SenderId)
            .Select(group => new { UserId = group.Key, Count = group.Count(), Bytes = group.Sum(a => a.Size + (a.OriginalSize ?? 0)) })
            .ToDictionaryAsync(group => group.UserId, ct);
        return
        [
            .. users.Select(user => View(user, signIns.GetValueOrDefault(user.Id)?.Count ?? 0, signIns.GetValueOrDefault(user.Id)?.Last) with
            {
                Files = files.GetValueOrDefault(user.Id)?.Count ?? 0,
                FileBytes = files.GetValueOrDefault(user.Id)?.Bytes ?? 0,
            }),
        ];
    }

    private AccountView View(ChatUser user, int sessions, long? signedInAt) => new()
    {
        UserId = user.Id,
        Username = user.UserName!,
        DisplayName = user.DisplayName,
        AvatarUrl = AvatarPath.Of(user.Id, user.AvatarHash),
        Email = user.Email,
        Role = user.IsAdministrator ? SiteRole.Administrator : SiteRole.Member,
        State = user.BannedAt is not null ? AccountState.Banned
            : user.DeactivatedAt is not null ? AccountState.Deactivated
            : AccountState.Active,
        BanReason = user.BanReason,
        CreatedAt = user.CreatedAt,
        SignedInAt = signedInAt,
        Sessions = sessions,
        Status = presence.StatusOf(user.Id),
    };
}

/// <summary>Which accounts to list, and in which order.</summary>
internal sealed record PeopleRequest
{
    /// <summary>A part of the name or e-mail address.</summary>
    public string? Q { get; init; }

    /// <summary><c>administrator</c> or <c>member</c>.</summary>
    public string? Role { get; init; }

    /// <summary><c>active</c>, <c>deactivated</c> or <c>banned</c>.</summary>
    public string? State { get; init; }

    /// <summary><c>name</c>, <c>created</c> or <c>signed_in</c>; with <c>-</c> before it in reverse.</summary>
    public string? Sort { get; init; }

    public Refusal? Check() =>
        Role is not (null or "" or "administrator" or "member")
            ? Refusal.Invalid("role", "People are administrators or members.")
        : State is not (null or "" or "active" or "deactivated" or "banned")
            ? Refusal.Invalid("state", "Accounts are active, deactivated or banned.")
        : Sort?.TrimStart('-') is not (null or "" or "name" or "created" or "signed_in")
            ? Refusal.Invalid("sort", "People are sorted by name, created or signed_in.")
        : null;

    public IQueryable<ChatUser> Filter(IQueryable<ChatUser> users)
    {
        if (Q?.Trim() is { Length: > 0 } text)
        {
            var wanted = LikePattern.Comparable(text.ToUpperInvariant());
            users = users.Where(u => u.NormalizedUserName!.Contains(wanted) || u.NormalizedEmail!.Contains(wanted) ||
                LikePattern.Matches(u.DisplayName!, LikePattern.Containing(text)));
        }
        users = Role switch
        {
            "administrator" => users.Where(u => u.IsAdministrator),
            "member" => users.Where(u => !u.IsAdministrator),
            _ => users,
        };
        return State switch
        {
            "active" => users.Where(u => u.BannedAt == null && u.DeactivatedAt == null),
            "deactivated" => users.Where(u => u.BannedAt == null && u.DeactivatedAt != null),
            "banned" => users.Where(u => u.BannedAt != null),
            _ => users,
        };
    }

    // By name last, so that pages neither overlap nor leave anyone out.
    public IQueryable<ChatUser> Sorted(ChatDb db, IQueryable<ChatUser> users) => Sort switch
    {
        "created" => users.OrderBy(u => u.CreatedAt).ThenBy(u => u.NormalizedUserName),
        "-created" => users.OrderByDescending(u => u.CreatedAt).ThenBy(u => u.NormalizedUserName),
        "signed_in" => users.OrderBy(u => db.Sessions.Where(s => s.UserId == u.Id).Max(s => (long?)s.CreatedAt) ?? 0).ThenBy(u => u.NormalizedUserName),
        "-signed_in" => users.OrderByDescending(u => db.Sessions.Where(s => s.UserId == u.Id).Max(s => (long?)s.CreatedAt) ?? 0).ThenBy(u => u.NormalizedUserName),
        "-name" => users.OrderByDescending(u => (u.DisplayName ?? u.UserName!).ToUpper()).ThenBy(u => u.NormalizedUserName),
        _ => users.OrderBy(u => (u.DisplayName ?? u.UserName!).ToUpper()).ThenBy(u => u.NormalizedUserName),
    };
}

/// <param name="Total">The number on all pages.</param>
internal sealed record PeoplePage(IReadOnlyList<AccountView> Users, int Total, int Page);
