using System.Globalization;
using BlazorChat.Core;
using BlazorChat.Core.Files;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Files.Listing;

/// <summary>Reads a room's files page by page, newest first. A page costs the same anywhere in the list.</summary>
public static class FileQueries
{
    private static readonly Refusal NoSuchFile = Refusal.Invalid("before", "There is no such file in this room.");

    public static async Task<Result<RoomFilesPart>> ReadAsync(ChatDb db, string roomId, RoomFilesQuery query, CancellationToken ct)
    {
        var files = db.Attachments.AsNoTracking().Where(a => a.RoomId == roomId && a.DiscardedAt == null);
        if (query.Before is { } before)
        {
            if (await files.Where(a => a.Id == before).Select(a => (long?)a.MessageId).SingleOrDefaultAsync(ct) is not { } from)
                return NoSuchFile;
            files = files.Where(a => a.MessageId < from);
        }
        if (query.Kind is { } kind)
            files = files.Where(a => a.Kind == kind);
        var found = await FindAsync(files, query.Name, query.Limit + 1, ct);
        var page = found.Take(query.Limit).ToArray();
        return new RoomFilesPart(await ViewAsync(db, page, ct), HasMore: found.Count > query.Limit);
    }

    private static async Task<List<string>> FindAsync(IQueryable<Attachment> files, string name, int most, CancellationToken ct)
    {
        if (name.Length > 0)
        {
            var pattern = LikePattern.MaybeContaining(name);
            files = files.Where(a => LikePattern.Matches(a.Name, pattern));
        }
        return await files.OrderByDescending(a => a.MessageId).Select(a => new { a.Id, a.Name }).AsAsyncEnumerable()
            .Where(file => file.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
            .Select(file => file.Id).Take(most).ToListAsync(ct);
    }

    private static async Task<RoomFile[]> ViewAsync(ChatDb db, string[] ids, CancellationToken ct)
    {
        var rows = await db.Attachments.AsNoTracking().Where(a => ids.Contains(a.Id))
            .Join(db.Users, a => a.SenderId, u => u.Id, (file, sender) => new
            {
                file,
                IsInRoom = db.Messages.Any(m => m.Id == file.MessageId && m.Number > 0),
                Username = sender.DeletedAt == null ? sender.UserName! : ChatUser.DeletedName,
                sender.DisplayName,
            })
            .OrderByDescending(row => row.file.MessageId)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new RoomFile(FileView.Of(row.file))
            {
                MessageId = row.file.MessageId.ToString(CultureInfo.InvariantCulture),
                IsInRoom = row.IsInRoom,
                UserId = row.file.SenderId,
                Username = row.Username,
                DisplayName = row.DisplayName,
                PostedAt = row.file.PostedAt,
            }),
        ];
    }
}
