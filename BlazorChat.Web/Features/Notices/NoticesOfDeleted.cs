using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Account;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Notices;

/// <summary>A deleted account is told of nothing.</summary>
internal sealed class NoticesOfDeleted : IOnAccountDeleted
{
    public Task<DeleteStep> PrepareAsync(Caller caller, CancellationToken ct) => Task.FromResult<DeleteStep>(
        (append, account, stop) => append.Db.Set<NoticeSettings>().Where(s => s.UserId == account.Id).ExecuteDeleteAsync(stop));
}
