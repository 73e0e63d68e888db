using BlazorChat.Core;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Admin;

/// <summary>Lists all rooms except direct ones, which are only counted.</summary>
internal sealed class AdminRoomQueries(IDbContextFactory<ChatDb> databases, PresenceBoard presence, TimeProvider clock)
{
    public async Task<Result<AdminRoomsPage>> ListAsync(RoomsRequest request, PageRequest page, CancellationToken ct)
    {
        if ((page.Check() ?? request.Check()) is { } why)
            return why;
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = request.Filter(db.Rooms.AsNoTracking().Administered());
        var total = await found.CountAsync(ct);
        var rooms = await request.Sorted(db, found).Skip(page.Skipped).Take(page.Size).ToListAsync(ct);
        var direct = await db.Rooms.CountAsync(r => r.Kind == RoomKind.Direct, ct);
        return new AdminRoomsPage(await ViewAsync(db, rooms, ct), total, page.Number, direct);
    }

    public async Task<AdminRoomView?> FindAsync(string roomId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var room = await db.Rooms.AsNoTracking().Administered().SingleOrDefaultAsync(r => r.Id == roomId, ct);
        return room is null ? null : (await ViewAsync(db, [room], ct))[0];
    }

    /// <returns>Null if there is no such room, or it is a direct one.</returns>
    public async Task<IReadOnlyList<MemberView>?> MembersAsync(string roomId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Rooms.Administered().AnyAsync(r => r.Id == roomId, ct)
            ? await MemberQueries.MembersOfAsync(db, presence, roomId, clock.GetUtcNow().ToUnixTimeMilliseconds(), ct)
            : null;
    }

    private static async Task<IReadOnlyList<AdminRoomView>> ViewAsync(ChatDb db, IReadOnlyList<Room> rooms, CancellationToken ct)
    {
        var ids = rooms.Select(r => r.Id).ToArray();
        var counts = await db.Memberships.Where(m => ids.Contains(m.RoomId))
            .GroupBy(m => m.RoomId).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        var owners = (await db.Memberships.Where(m => ids.Contains(m.RoomId) && m.Role == RoomRole.Owner)
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { m.RoomId, u.UserName, u.DisplayName })
            .OrderBy(row => row.UserName).ToListAsync(ct)).ToLookup(row => row.RoomId, row => (Username: row.UserName!, Name: row.DisplayName ?? row.UserName!));
        return [.. rooms.Select(room => View(room, counts.GetValueOrDefault(room.Id), [.. owners[room.Id]]))];
    }

    private static AdminRoomView View(Room room, int members, IReadOnlyList<(string Username, string Name)> owners) => new()
    {
        Id = room.Id,
        Name = room.Name,
        Topic = room.Topic,
        Kind = room.Kind,
        Members = members,
        Owners = [.. owners.Select(owner => owner.Username)],
        OwnerNames = [.. owners.Select(owner => owner.Name)],
        Messages = room.LastNumber,
        CreatedAt = room.CreatedAt,
        LastMessageAt = room.LastMessageAt,
        Archived = room.IsArchived,
    };
}

/// <summary>Which rooms to list, and in which order.</summary>
internal sealed record RoomsRequest
{
    /// <summary>A part of the name.</summary>
    public string? Q { get; init; }

    /// <summary><c>name</c>, <c>created</c>, <c>last_message</c>, <c>messages</c> or <c>members</c>; with <c>-</c> before it in reverse.</summary>
    public string? Sort { get; init; }

    public Refusal? Check() =>
        Sort?.TrimStart('-') is not (null or "" or "name" or "created" or "last_message" or "messages" or "members")
            ? Refusal.Invalid("sort", "Rooms are sorted by name, created, last_message, messages or members.")
            : null;

    public IQueryable<Room> Filter(IQueryable<Room> rooms) =>
        Q?.Trim() is { Length: > 0 } text
            ? rooms.Where(r => LikePattern.Matches(r.Name, LikePattern.Containing(text)))
            : rooms;

    public IQueryable<Room> Sorted(ChatDb db, IQueryable<Room> rooms) => (Sort switch
    {
        "created" => rooms.OrderBy(r => r.CreatedAt),
        "-created" => rooms.OrderByDescending(r => r.CreatedAt),
        "last_message" => rooms.OrderBy(r => r.LastMessageAt ?? 0),
        "-last_message" => rooms.OrderByDescending(r => r.LastMessageAt ?? 0),
        "messages" => rooms.OrderBy(r => r.LastNumber),
        "-messages" => rooms.OrderByDescending(r => r.LastNumber),
        "members" => rooms.OrderBy(r => db.Memberships.Count(m => m.RoomId == r.Id)),
        "-members" => rooms.OrderByDescending(r => db.Memberships.Count(m => m.RoomId == r.Id)),
        "-name" => rooms.OrderByDescending(r => r.Name.ToLower()),
        _ => rooms.OrderBy(r => r.Name.ToLower()),
    }).ThenBy(r => r.Id);
}

/// <param name="Total">The number on all pages.</param>
/// <param name="DirectRooms">How many direct rooms there are. Administrators learn nothing else about them.</param>
internal sealed record AdminRoomsPage(IReadOnlyList<AdminRoomView> Rooms, int Total, int Page, int DirectRooms);
