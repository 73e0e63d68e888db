using System.Text.Json.Serialization;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Profiles;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>Lists rooms and members.</summary>
public static class RoomReader
{
    /// <returns>The caller's rooms, and the public ones they may join, by name.</returns>
    public static async Task<IReadOnlyList<MyRoomView>> RoomsForAsync(ChatDb db, Caller caller, CancellationToken ct)
    {
        var rows = await db.Rooms.AsNoTracking()
            .GroupJoin(db.Memberships.AsNoTracking().Where(m => m.UserId == caller.UserId), r => r.Id, m => m.RoomId,
                (room, mine) => new { room, mine })
            .SelectMany(row => row.mine.DefaultIfEmpty(), (row, mine) => new { row.room, mine })
            .Where(row => row.mine != null || row.room.Kind == RoomKind.Public)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => MyRoomView.Of(row.room, row.mine))
                .OrderBy(room => room.Name, StringComparer.OrdinalIgnoreCase).ThenBy(room => room.Id, StringComparer.Ordinal),
        ];
    }

    public static async Task<IReadOnlyList<MemberView>> MembersOfAsync(
        ChatDb db, PresenceBoard presence, string roomId, CancellationToken ct)
    {
        var rows = await db.Memberships.AsNoTracking().Where(m => m.RoomId == roomId)
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { User = u, m.Role })
            .ToListAsync(ct);
        return
        [
            .. rows.OrderBy(row => row.User.UserName, StringComparer.OrdinalIgnoreCase)
                .Select(row => new MemberView(row.User.Id, row.User.UserName!, row.Role, presence.StatusOf(row.User.Id))
                {
                    DisplayName = row.User.DisplayName,
                    StatusText = row.User.StatusText,
                    AvatarUrl = AvatarPath.Of(row.User.Id, row.User.AvatarHash),
                }),
        ];
    }
}

public sealed record MemberView(string UserId, string Username, RoomRole Role, PresenceStatus Status)
{
    public string? DisplayName { get; init; }

    public string StatusText { get; init; } = "";

    public string? AvatarUrl { get; init; }

    /// <summary>What they are called.</summary>
    [JsonIgnore]
    public string Name => DisplayName ?? Username;
}
