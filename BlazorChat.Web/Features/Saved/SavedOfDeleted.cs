using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Saved;

/// <summary>A deleted message is nobody's saved one any more; a deleted account has saved nothing.</summary>
internal sealed class SavedOfDeleted : IOnMessageDeleted, IOnAccountDeleted
{
    public async Task DeletedAsync(LogAppend append, Caller caller, Message message, Room room, CancellationToken ct)
    {
        var kept = await append.Db.Set<SavedMessage>().Where(s => s.MessageId == message.Id).ToListAsync(ct);
        append.Db.RemoveRange(kept);
        foreach (var saved in kept)
            SavedCommands.Log(append, message, caller.UserId, saved.UserId);
    }

    public Task<DeleteStep> PrepareAsync(Caller caller, CancellationToken ct) => Task.FromResult<DeleteStep>(
        (append, account, stop) => append.Db.Set<SavedMessage>().Where(s => s.UserId == account.Id).ExecuteDeleteAsync(stop));
}
