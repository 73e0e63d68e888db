using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Profiles;

/// <summary>Tells every room where someone is seen that they show themselves differently now.</summary>
/// <param name="WrittenIn">Rooms where messages of theirs are: whoever left a room is still read there.</param>
/// <param name="UpTo">As of this position of the log, which a message has as its id.</param>
internal sealed record ProfileNews(IReadOnlyList<string> WrittenIn, long UpTo)
{
    /// <summary>Asked before the writer's turn, because it may take long; what is written since is a matter of a moment.</summary>
    public static async Task<ProfileNews> PrepareAsync(ChatDb db, string userId, CancellationToken ct)
    {
        await using var snapshot = await db.SnapshotAsync(ct);
        var head = await db.HeadAsync(ct);
        return new ProfileNews(
            await db.Messages.Where(m => m.AuthorId == userId).Select(m => m.RoomId).Distinct().ToListAsync(ct), head.Position);
    }

    public async Task TellAsync(LogAppend append, ChatUser account, CancellationToken ct)
    {
        var belongsTo = await append.Db.Memberships.Where(m => m.UserId == account.Id).Select(m => m.RoomId).ToListAsync(ct);
        var writtenSince = await append.Db.Messages.Where(m => m.Id > UpTo && m.AuthorId == account.Id)
            .Select(m => m.RoomId).Distinct().ToListAsync(ct);
        foreach (var roomId in belongsTo.Union(WrittenIn).Union(writtenSince))
            append.Log(EntryKind.ProfileChanged, roomId, account.Id, account.Id);
    }
}
