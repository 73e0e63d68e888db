using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>Who administers the chat. This is checked inside the writer, where nobody can change it meanwhile.</summary>
internal static class Administrators
{
    /// <summary>The policy of endpoints and pages that are for administrators only.</summary>
    public const string Policy = "Administrators";

    public static readonly Refusal Only = Refusal.Forbidden("Only administrators may do that.");

    public static readonly Refusal LastOne = Refusal.Conflict("last_administrator",
        "There would be no administrator left. Make someone else one first.");

    /// <summary>Makes a change as an administrator. It is refused if the caller is no longer one when its turn comes.</summary>
    public static Task<Result<T>> AdministerAsync<T>(
        this LogWriter log, Caller caller, Func<LogAppend, CancellationToken, Task<Result<T>>> change) =>
        log.AppendAsync<T>(async (append, ct) =>
            await append.Db.ActiveUsers.AnyAsync(u => u.Id == caller.UserId && u.IsAdministrator, ct)
                ? await change(append, ct)
                : Only);

    /// <summary>Whether this is the only administrator of the chat.</summary>
    public static async Task<bool> IsLastAsync(ChatDb db, ChatUser user, CancellationToken ct) =>
        user is { IsAdministrator: true, IsActive: true } &&
        !await db.ActiveUsers.AnyAsync(u => u.IsAdministrator && u.Id != user.Id, ct);
}
