using System.Text.Json.Serialization;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>Lists the members of a room.</summary>
public static class MemberQueries
{
    /// <returns>All of them, by username.</returns>
    public static async Task<IReadOnlyList<MemberView>> MembersOfAsync(
        ChatDb db, PresenceBoard presence, string roomId, long now, CancellationToken ct)
    {
        var muted = await db.Mutes.Where(s => s.RoomId == roomId && s.Until > now)
            .ToDictionaryAsync(s => s.UserId, s => s.Until, ct);
        // No more of an account than is shown: a room may have thousands of members.
        var rows = await db.Memberships.Where(m => m.RoomId == roomId)
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { u.Id, u.UserName, u.DisplayName, u.StatusText, u.AvatarHash, m.Role })
            .ToListAsync(ct);
        return
        [
            .. rows.OrderBy(row => row.UserName, StringComparer.OrdinalIgnoreCase)
                .Select(row => new MemberView(row.Id, row.UserName!, row.Role, presence.StatusOf(row.Id),
                    muted.TryGetValue(row.Id, out var until) ? until : null)
                {
                    DisplayName = row.DisplayName,
                    StatusText = row.StatusText,
                    AvatarUrl = AvatarPath.Of(row.Id, row.AvatarHash),
                }),
        ];
    }

    /// <returns>As a list shows them: those who are here, then away, then offline, each by name.</returns>
    public static IOrderedEnumerable<MemberView> InOrder(this IEnumerable<MemberView> members) =>
        members.OrderByDescending(member => member.Status).ThenBy(member => member.Name, StringComparer.OrdinalIgnoreCase);
}

/// <param name="MutedUntil">When the mute ends, Unix milliseconds; null if they are not muted.</param>
public sealed record MemberView(
    string UserId, string Username, RoomRole Role, PresenceStatus Status,
    [property: JsonPropertyName("silenced_until")] long? MutedUntil = null)
{
    public string? DisplayName { get; init; }

    public string StatusText { get; init; } = "";

    [ChatAddress]
    public string? AvatarUrl { get; init; }

    /// <summary>The display name, or the username without one.</summary>
    [JsonIgnore]
    public string Name => DisplayName ?? Username;
}

/// <summary>How many members of a room are online, away and offline.</summary>
public sealed record MemberCounts(int Online, int Away, int Offline)
{
    [JsonIgnore]
    public int All => Online + Away + Offline;

    public static MemberCounts Of(IReadOnlyCollection<MemberView> members) => new(
        members.Count(member => member.Status == PresenceStatus.Online), members.Count(member => member.Status == PresenceStatus.Away),
        members.Count(member => member.Status == PresenceStatus.Offline));

    public int Of(PresenceStatus status) => status switch
    {
        PresenceStatus.Online => Online,
        PresenceStatus.Away => Away,
        _ => Offline,
    };
}
