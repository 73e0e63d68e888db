using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.People;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Blocks;

/// <summary>Who has blocked whom.</summary>
internal static class BlockQueries
{
    /// <returns>The people someone has blocked, by name.</returns>
    public static async Task<IReadOnlyList<PersonView>> OfAsync(ChatDb db, string userId, CancellationToken ct)
    {
        var people = await db.Blocks.Where(b => b.UserId == userId)
            .Join(db.Users, b => b.BlockedId, u => u.Id, (_, user) => user).AsNoTracking().ToListAsync(ct);
        return [.. people.Select(PersonView.Of).OrderBy(person => person.Username, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Whether one of two people has blocked the other.</summary>
    public static Task<bool> ExistBetweenAsync(ChatDb db, DirectPair pair, CancellationToken ct)
    {
        var (one, other) = (pair.First, pair.Second);
        return db.Blocks.AnyAsync(
            b => (b.UserId == one && b.BlockedId == other) || (b.UserId == other && b.BlockedId == one), ct);
    }
}
