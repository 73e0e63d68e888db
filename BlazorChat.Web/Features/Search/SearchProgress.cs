using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Search;

/// <summary>How much of what was said can be found.</summary>
/// <param name="Percent">100 once everything from before there was an index is in it.</param>
public readonly record struct SearchProgress(int Percent)
{
    /// <summary>Estimated by ids, which count entries of the log and not only messages.</summary>
    public static async Task<SearchProgress> ReadAsync(IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var head = (await db.HeadAsync(ct)).Position;
        var unread = await db.SearchIndex.UnreadAsync(db, ct) ?? head;
        return new SearchProgress(unread <= 0 || head == 0 ? 100 : (int)Math.Min(99, (head - unread) * 100 / head));
    }
}
