using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary><c>GET /chat/rooms/directory</c>: finding public rooms by what they are called or about.</summary>
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

/// <summary>A public room as those see it who look for one.</summary>
/// <param name="Id">The room's id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Members">How many there are.</param>
/// <param name="Member">Whether I am one of them.</param>
public sealed record DirectoryRoom(string Id, string Name, string Topic, int Members, bool Member)
{
    // Not in SQL, whose lower-case letters are ASCII's alone.
    public bool Speaks(string of) =>
        Name.Contains(of, StringComparison.OrdinalIgnoreCase) || Topic.Contains(of, StringComparison.OrdinalIgnoreCase);
}
