using BlazorChat.Core.Messages;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Account;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Threads;

/// <summary>A deleted account follows no thread.</summary>
internal sealed class FollowsOfAccounts : IOnAccountDeleted
{
    public Task<DeleteStep> PrepareAsync(Caller caller, CancellationToken ct) => Task.FromResult<DeleteStep>(
        (append, account, stop) => append.Db.Set<ThreadFollow>().Where(f => f.UserId == account.Id).ExecuteDeleteAsync(stop));
}
