using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Account;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.People;

/// <summary>When an account is deleted, deletes its picture and tells every room that shows its owner.</summary>
internal sealed class ProfileOfDeleted(IDbContextFactory<ChatDb> databases) : IOnAccountDeleted
{
    public async Task<DeleteStep> PrepareAsync(Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var news = await ProfileNews.PrepareAsync(db, caller.UserId, ct);
        return async (append, account, stop) =>
        {
            await news.TellAsync(append, account, stop);
            append.Db.Avatars.RemoveRange(append.Db.Avatars.Where(a => a.UserId == account.Id));
        };
    }
}
