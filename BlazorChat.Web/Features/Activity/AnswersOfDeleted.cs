using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Activity;

/// <summary>A deleted message answers nobody; nobody answers a deleted account.</summary>
internal sealed class AnswersOfDeleted : IOnMessageDeleted, IOnAccountDeleted
{
    public async Task DeletedAsync(LogAppend append, Caller caller, Message message, Room room, CancellationToken ct)
    {
        if (message.IsAnswer)
            append.Db.RemoveRange(await append.Db.Set<Answer>().Where(a => a.MessageId == message.Id).ToListAsync(ct));
    }

    public Task<DeleteStep> PrepareAsync(Caller caller, CancellationToken ct) => Task.FromResult<DeleteStep>(
        (append, account, stop) => append.Db.Set<Answer>().Where(a => a.UserId == account.Id).ExecuteDeleteAsync(stop));
}
