using BlazorChat.Core.Messages;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Drafts;

/// <summary>Drafts: what someone has begun to write follows them to their other devices.</summary>
internal static class DraftServices
{
    public static void AddDrafts(this IServiceCollection services)
    {
        services.AddSingleton<DraftCommands>();
        services.AddEvents<DraftEvents>();
        services.AddHarmlessKinds(DraftEvents.Changed);
        services.AddSingleton<IOnAccountDeleted, DraftsOfAccounts>();
    }
}

/// <summary>A deleted account has begun nothing. Drafts of a deleted room are deleted by the database.</summary>
internal sealed class DraftsOfAccounts : IOnAccountDeleted
{
    public Task<DeleteStep> PrepareAsync(Caller caller, CancellationToken ct) => Task.FromResult<DeleteStep>(
        (append, account, stop) => append.Db.Set<Draft>().Where(d => d.UserId == account.Id).ExecuteDeleteAsync(stop));
}
