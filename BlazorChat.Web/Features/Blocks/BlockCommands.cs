using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Blocks;

/// <summary>Blocks and unblocks people. Only the one who blocks is told.</summary>
public sealed class BlockCommands(LogWriter log)
{
    private static readonly Refusal Oneself = Refusal.Invalid("user_id", "You cannot block yourself.");

    /// <summary>Blocks or unblocks someone. Doing it twice changes nothing.</summary>
    public Task<Result<Done>> SetAsync(Caller caller, string userId, bool stands) => log.AppendAsync<Done>(async (append, ct) =>
    {
        // People who are banned or deactivated can be blocked, too: their messages are still there, and they may come back.
        if (stands && !await append.Db.Users.AnyAsync(u => u.Id == userId && u.DeletedAt == null, ct))
            return Refusal.NotFound;
        if (userId == caller.UserId)
            return Oneself;
        var block = await append.Db.Blocks.FindAsync([caller.UserId, userId], ct);
        if (block is not null == stands)
            return default(Done);
        if (block is null)
            append.Db.Blocks.Add(Block.Of(caller.UserId, userId, append.Now));
        else
            append.Db.Blocks.Remove(block);
        append.Log(BlockEvents.Changed, null, caller.UserId, userId);
        return default(Done);
    });
}
