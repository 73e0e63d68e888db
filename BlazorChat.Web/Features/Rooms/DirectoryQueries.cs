using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary><c>GET /chat/rooms/directory</c>: finds public rooms by a part of their name or topic.</summary>
internal static class DirectoryQueries
{
    private const int MaxFound = 100;

    public static async Task<IResult> Get(string? q, Caller caller, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rooms = await db.Rooms.OpenToAll().Where(r => r.ArchivedAt == null)
            .Select(r => new DirectoryRoom(
                r.Id, r.Name, r.Topic, db.Memberships.Count(m => m.RoomId == r.Id),
                db.Memberships.Any(m => m.RoomId == r.Id && m.UserId == caller.UserId)))
            .ToListAsync(ct);
        var wanted = q?.Trim() ?? "";
        return TypedResults.Ok(new DirectoryPage(
        [
            .. rooms.Where(room => room.Speaks(wanted))
                .OrderBy(room => room.Name, StringComparer.OrdinalIgnoreCase).ThenBy(room => room.Id, StringComparer.Ordinal)
                .Take(MaxFound),
        ]));
    }
}

/// <summary>The public rooms that were found.</summary>
public sealed record DirectoryPage(IReadOnlyList<DirectoryRoom> Rooms);

/// <summary>A public room in the directory.</summary>
/// <param name="Id">The room's id.</param>
/// <param name="Name">The room's name.</param>
/// <param name="Topic">The room's topic.</param>
/// <param name="Members">How many members it has.</param>
/// <param name="Member">Whether the caller is one of them.</param>
public sealed record DirectoryRoom(string Id, string Name, string Topic, int Members, bool Member)
{
    // Not compared in SQL: SQLite ignores the case of ASCII letters only.
    public bool Speaks(string of) =>
        Name.Contains(of, StringComparison.OrdinalIgnoreCase) || Topic.Contains(of, StringComparison.OrdinalIgnoreCase);
}
