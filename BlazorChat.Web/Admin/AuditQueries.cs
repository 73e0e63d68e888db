using BlazorChat.Core;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Admin;

/// <summary>Reads the audit log, newest first.</summary>
internal sealed class AuditQueries(IDbContextFactory<ChatDb> databases)
{
    public async Task<Result<AuditPage>> ListAsync(AuditRequest request, PageRequest page, CancellationToken ct)
    {
        if (page.Check() is { } why)
            return why;
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = request.Filter(db.Audit.AsNoTracking());
        var entries = await found.OrderByDescending(e => e.Id).Skip(page.Skipped).Take(page.Size).ToListAsync(ct);
        var ids = entries.SelectMany(e => new[] { e.ActorId, e.UserId }).OfType<string>().Distinct().ToArray();
        var called = await db.Users.Where(u => ids.Contains(u.Id) && u.DisplayName != null)
            .ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        return new AuditPage([.. entries.Select(entry => AuditView.Of(entry) with
        {
            ActorDisplayName = called.GetValueOrDefault(entry.ActorId),
            DisplayName = called.GetValueOrDefault(entry.UserId ?? ""),
        })], await found.CountAsync(ct), page.Number);
    }
}

/// <summary>Which entries to list.</summary>
internal sealed record AuditRequest
{
    /// <summary>Someone's id or a part of their name: matches those who acted and those whom it concerned.</summary>
    public string? Person { get; init; }

    /// <summary>The beginning of the action's name: <c>user</c>, <c>user.ban</c>.</summary>
    public string? Action { get; init; }

    public IQueryable<AuditEntry> Filter(IQueryable<AuditEntry> entries)
    {
        if (Person?.Trim() is { Length: > 0 } person)
        {
            var name = LikePattern.Containing(person);
            entries = entries.Where(e => e.ActorId == person || e.UserId == person ||
                LikePattern.Matches(e.ActorName, name) || LikePattern.Matches(e.UserName!, name));
        }
        return Action?.Trim() is { Length: > 0 } action ? entries.Where(e => e.Action.StartsWith(action)) : entries;
    }
}

internal sealed record AuditPage(IReadOnlyList<AuditView> Entries, int Total, int Page);

/// <summary>An entry of the audit log. Names are as they were then.</summary>
public sealed record AuditView(
    long Id, long At, string ActorId, string ActorName, string Action, string? UserId, string? Username, string? RoomId,
    string? RoomName, string? Detail)
{
    /// <summary>The present display name of the person who acted; null if they have none.</summary>
    public string? ActorDisplayName { get; init; }

    /// <summary>The present display name of the person it concerned; null if they have none.</summary>
    public string? DisplayName { get; init; }

    internal static AuditView Of(AuditEntry entry) => new(
        entry.Id, entry.At, entry.ActorId, entry.ActorName, entry.Action, entry.UserId, entry.UserName, entry.RoomId,
        entry.RoomName, entry.Detail);
}
