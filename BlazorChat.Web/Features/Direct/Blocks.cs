using BlazorChat.Core;
using BlazorChat.Core.Live;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Direct;

/// <summary>Whom people do not want to hear from. Only they themselves are told.</summary>
public sealed class Blocks(EventLog log)
{
    private static readonly Refusal Oneself = Refusal.Invalid("user_id", "You cannot block yourself.");

    /// <summary>Blocks someone, or no more. Doing it twice changes nothing.</summary>
    public Task<Result<Done>> SetAsync(Caller caller, string userId, bool stands) => log.AppendAsync<Done>(async (append, ct) =>
    {
        // Also whoever is banned or rests: what they said is still to be read, and they may come back.
        if (stands && !await append.Db.Users.AnyAsync(u => u.Id == userId && u.DeletedAt == null, ct))
            return Refusal.NotFound;
        if (userId == caller.UserId)
            return Oneself;
        var block = await append.Db.Blocks.FindAsync([caller.UserId, userId], ct);
        if (block is not null == stands)
            return default(Done);
        if (block is null)
            append.Db.Blocks.Add(Block.Of(caller.UserId, userId, append.Now));
        else
            append.Db.Blocks.Remove(block);
        append.Log(EntryKind.BlockChanged, null, caller.UserId, userId);
        return default(Done);
    });

    /// <returns>Whom someone has blocked, by name.</returns>
    public static async Task<IReadOnlyList<PersonView>> OfAsync(ChatDb db, string userId, CancellationToken ct)
    {
        var people = await db.Blocks.Where(b => b.UserId == userId)
            .Join(db.Users, b => b.BlockedId, u => u.Id, (_, user) => user).AsNoTracking().ToListAsync(ct);
        return [.. people.Select(PersonView.Of).OrderBy(person => person.Username, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Whether either of two has blocked the other.</summary>
    internal static Task<bool> ExistBetweenAsync(ChatDb db, DirectPair pair, CancellationToken ct)
    {
        var (one, other) = (pair.First, pair.Second);
        return db.Blocks.AnyAsync(
            b => (b.UserId == one && b.BlockedId == other) || (b.UserId == other && b.BlockedId == one), ct);
    }
}
