using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.People;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>Lists rooms.</summary>
public static class RoomQueries
{
    /// <returns>The caller's rooms, and the public ones they may join, by name.</returns>
    public static async Task<IReadOnlyList<MyRoomView>> RoomsForAsync(ChatDb db, Caller caller, CancellationToken ct)
    {
        var seen = await db.RoomsSeenBy(caller.UserId).ToListAsync(ct);
        var mentions = await UnreadMentionsAsync(db, caller.UserId, null, ct);
        var deleted = await DeletedAsync(db, caller.UserId, null, ct);
        var blocked = await BlockedAsync(db, caller.UserId, null, ct);
        var two = await TwoOfAsync(db, seen.Select(row => row.Room), ct);
        return
        [
            .. seen.Select(row => View(row.Room, row.Mine, caller.UserId, mentions, deleted, two, blocked.GetValueOrDefault(row.Room.Id)))
                .OrderBy(room => room.Name, StringComparer.OrdinalIgnoreCase).ThenBy(room => room.Id, StringComparer.Ordinal),
        ];
    }

    /// <returns>One room as someone sees it.</returns>
    public static async Task<MyRoomView> ViewAsync(ChatDb db, string userId, RoomAccess access, CancellationToken ct)
    {
        var mentions = access.Membership is null ? [] : await UnreadMentionsAsync(db, userId, access.Room.Id, ct);
        var deleted = access.Membership is null ? [] : await DeletedAsync(db, userId, access.Room.Id, ct);
        var blocked = access.Membership is null ? [] : await BlockedAsync(db, userId, access.Room.Id, ct);
        return View(access.Room, access.Membership, userId, mentions, deleted, await TwoOfAsync(db, [access.Room], ct), blocked.GetValueOrDefault(access.Room.Id));
    }

    /// <returns>By the id of a direct room, its two members.</returns>
    public static async Task<Dictionary<string, PersonView[]>> TwoOfAsync(
        ChatDb db, IEnumerable<Room> rooms, CancellationToken ct)
    {
        var pairs = rooms.Where(room => room.DirectKey is not null)
            .ToDictionary(room => room.Id, room => DirectPair.Parse(room.DirectKey!));
        if (pairs.Count == 0)
            return [];
        var ids = pairs.Values.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct().ToArray();
        var people = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, PersonView.OfTwo, ct);
        return pairs.ToDictionary(pair => pair.Key, pair => new[] { people[pair.Value.First], people[pair.Value.Second] });
    }

    private static MyRoomView View(
        Room room, Membership? mine, string userId, Dictionary<string, int> mentions, Dictionary<string, int> deleted,
        Dictionary<string, PersonView[]> two, (long Unread, int Mentions) blocked)
    {
        var view = MyRoomView.Of(room, mine, deleted.GetValueOrDefault(room.Id)) with
        {
            Mentions = mentions.GetValueOrDefault(room.Id), UnreadBlocked = blocked.Unread, MentionsBlocked = blocked.Mentions,
        };
        return two.TryGetValue(room.Id, out var people) ? view.Between(people, userId) : view;
    }

    private static Task<Dictionary<string, int>> UnreadMentionsAsync(
        ChatDb db, string userId, string? onlyIn, CancellationToken ct) =>
        db.Mentions.Where(n => n.UserId == userId && (onlyIn == null || n.RoomId == onlyIn))
            .Join(db.Memberships.Where(m => m.UserId == userId), n => n.RoomId, m => m.RoomId,
                (mention, mine) => new { mention.RoomId, mention.Number, mine.ReadNumber })
            .Where(row => row.Number > row.ReadNumber)
            .GroupBy(row => row.RoomId)
            .Select(room => new { room.Key, Count = room.Count() })
            .ToDictionaryAsync(room => room.Key, room => room.Count, ct);

    // Only those who blocked somebody pay for it: what they have not read is looked through.
    private static async Task<Dictionary<string, (long Unread, int Mentions)>> BlockedAsync(ChatDb db, string userId, string? onlyIn, CancellationToken ct)
    {
        var blocked = await db.Blocks.Where(b => b.UserId == userId).Select(b => b.BlockedId).ToArrayAsync(ct);
        if (blocked.Length == 0)
            return [];
        var rows = await db.Memberships.Where(m => m.UserId == userId && (onlyIn == null || m.RoomId == onlyIn))
            .SelectMany(mine => db.Messages.Where(m => m.RoomId == mine.RoomId && m.Number > mine.ReadNumber))
            .Where(m => m.DeletedAt == null && blocked.Contains(m.AuthorId))
            .Select(m => new { m.RoomId, Mentions = db.Mentions.Any(n => n.MessageId == m.Id && n.UserId == userId) ? 1 : 0 })
            .GroupBy(row => row.RoomId)
            .Select(room => new { room.Key, Unread = room.LongCount(), Mentions = room.Sum(row => row.Mentions) })
            .ToListAsync(ct);
        return rows.ToDictionary(row => row.Key, row => (row.Unread, row.Mentions));
    }

    // Numbers have no holes, so unread is a difference of numbers, minus the deleted messages. An index covers only those.
    private static Task<Dictionary<string, int>> DeletedAsync(ChatDb db, string userId, string? onlyIn, CancellationToken ct) =>
        db.Memberships.Where(m => m.UserId == userId && (onlyIn == null || m.RoomId == onlyIn))
            .SelectMany(mine => db.Messages.Where(m => m.DeletedAt != null && m.RoomId == mine.RoomId && m.Number > mine.ReadNumber))
            .GroupBy(message => message.RoomId)
            .Select(room => new { room.Key, Count = room.Count() })
            .ToDictionaryAsync(room => room.Key, room => room.Count, ct);
}
