using BlazorChat.Core.Reactions;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Account;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.AddedEmoji;

/// <summary>The emoji that a deleted account added stay, as what it wrote with them does.</summary>
internal sealed class EmojiOfDeleted : IOnAccountDeleted
{
    public Task<DeleteStep> PrepareAsync(Caller caller, CancellationToken ct) => Task.FromResult<DeleteStep>(async (append, account, stop) =>
    {
        foreach (var emoji in await append.Db.Set<CustomEmoji>().Where(e => e.UserId == account.Id).ToListAsync(stop))
        {
            emoji.Orphan();
            append.Log(EmojiEvents.Changed, null, account.Id, emoji.Name);
        }
    });
}
