using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>When an account is deleted, discards its files and ends its uploads. Its messages stay.</summary>
internal sealed class FilesOfAccounts(MessageDeletion messages) : IOnAccountDeleted
{
    public Task<DeleteStep> PrepareAsync(Caller caller, CancellationToken ct) =>
        Task.FromResult<DeleteStep>((append, account, stop) => DeleteSharedAsync(append, caller, account, stop));

    private async Task DeleteSharedAsync(LogAppend append, Caller caller, ChatUser account, CancellationToken ct)
    {
        var shared = await append.Db.Attachments.Where(a => a.SenderId == account.Id && a.DiscardedAt == null)
            .Join(append.Db.Messages, a => a.MessageId, m => m.Id, (_, message) => message)
            .Join(append.Db.Rooms, m => m.RoomId, r => r.Id, (message, room) => new { message, room })
            .ToListAsync(ct);
        foreach (var each in shared)
            await messages.DeleteAsync(append, caller, each.message, each.room, ct);
        await append.Db.Uploads.Where(u => u.UserId == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.ExpiresAt, append.Now), ct);
    }
}
