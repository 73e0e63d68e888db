using BlazorChat.Core.Reactions;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.AddedEmoji;

/// <summary>Reads custom emoji.</summary>
internal static class EmojiQueries
{
    /// <returns>All of them, without their pictures.</returns>
    public static async Task<EmojiList> AllAsync(ChatDb db, CancellationToken ct)
    {
        var all = await db.Set<CustomEmoji>().AsNoTracking().OrderBy(e => e.Name).Select(e => new { e.Name, e.Hash, e.UserId }).ToListAsync(ct);
        return new EmojiList([.. all.Select(e => new EmojiView(e.Name, $"chat/emoji/{e.Name}?v={e.Hash}", e.UserId))]);
    }
}
