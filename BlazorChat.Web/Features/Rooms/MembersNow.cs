using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.People;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>Some people's memberships as they are now.</summary>
/// <param name="Rooms">By id; a room that was deleted is missing.</param>
/// <param name="Members">By room and user; those who left are missing.</param>
/// <param name="Profiles">By user.</param>
/// <param name="MutedUntil">By room and user, Unix milliseconds.</param>
internal sealed record MembersNow(
    Dictionary<string, Room> Rooms, Dictionary<(string, string), Membership> Members,
    Dictionary<string, ProfileView> Profiles, Dictionary<(string, string), long> MutedUntil)
{
    /// <param name="db">Where they are looked up.</param>
    /// <param name="wanted">Rooms and users.</param>
    /// <param name="now">Unix milliseconds.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<MembersNow> OfAsync(
        ChatDb db, IReadOnlyList<(string RoomId, string UserId)> wanted, long now, CancellationToken ct)
    {
        var roomIds = wanted.Select(each => each.RoomId).Distinct().ToArray();
        var rooms = await db.Rooms.AsNoTracking().Where(r => roomIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        // A deleted room has no members, so nothing is looked up for it.
        var users = wanted.Where(each => rooms.ContainsKey(each.RoomId)).Select(each => each.UserId).Distinct().ToArray();
        if (users.Length == 0)
            return new MembersNow(rooms, [], [], []);
        return new MembersNow(
            rooms,
            await db.Memberships.AsNoTracking().Where(m => roomIds.Contains(m.RoomId) && users.Contains(m.UserId))
                .ToDictionaryAsync(m => (m.RoomId, m.UserId), ct),
            await db.Users.AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, ProfileView.Of, ct),
            await db.Mutes.Where(s => roomIds.Contains(s.RoomId) && users.Contains(s.UserId) && s.Until > now)
                .ToDictionaryAsync(s => (s.RoomId, s.UserId), s => s.Until, ct));
    }
}
