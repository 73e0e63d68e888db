using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.People;

/// <summary>Tells every room where someone is seen that they show themselves differently now.</summary>
/// <param name="SeenIn">Rooms where messages of theirs are, or address them: who left a room is still read there.</param>
/// <param name="UpTo">As of this position of the log, which a message has as its id.</param>
internal sealed record ProfileNews(IReadOnlyList<string> SeenIn, long UpTo)
{
    /// <summary>Asked before the writer's turn, because it may take long; what is written since is a matter of a moment.</summary>
    public static async Task<ProfileNews> PrepareAsync(ChatDb db, string userId, CancellationToken ct)
    {
        await using var snapshot = await db.SnapshotAsync(ct);
        var head = await db.HeadAsync(ct);
        return new ProfileNews(await RoomsSinceAsync(db, userId, 0, ct), head.Position);
    }

    public async Task TellAsync(LogAppend append, ChatUser account, CancellationToken ct)
    {
        var belongsTo = await append.Db.Memberships.Where(m => m.UserId == account.Id).Select(m => m.RoomId).ToListAsync(ct);
        var seenSince = await RoomsSinceAsync(append.Db, account.Id, UpTo, ct);
        foreach (var roomId in belongsTo.Union(SeenIn).Union(seenSince))
            append.Log(ProfileEvents.Changed, roomId, account.Id, account.Id);
    }

    private static Task<List<string>> RoomsSinceAsync(ChatDb db, string userId, long position, CancellationToken ct) =>
        db.Messages.Where(m => m.Id > position && m.AuthorId == userId).Select(m => m.RoomId)
            .Union(db.Mentions.Where(m => m.MessageId > position && m.UserId == userId).Select(m => m.RoomId))
            .ToListAsync(ct);
}
