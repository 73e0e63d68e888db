using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.People;

/// <summary>Tells every room that shows someone that their profile changed.</summary>
/// <param name="SeenIn">Rooms with messages that they wrote or that mention them. They may have left the room since.</param>
/// <param name="UpTo">Read as of this position of the log. Message ids are positions, too.</param>
internal sealed record ProfileNews(IReadOnlyList<string> SeenIn, long UpTo)
{
    /// <summary>
    /// Read before the writer's turn, because it may take long. The writer then only checks what was written since.
    /// </summary>
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
