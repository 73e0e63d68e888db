using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Account;

/// <summary>A hook that gives a new account what everybody starts with, as part of registering.</summary>
public delegate Task WelcomeAccount(LogAppend append, ChatUser account, CancellationToken ct);

/// <summary>A hook for deleting an account. Features use it to delete or log what belongs to the account.</summary>
public interface IOnAccountDeleted
{
    /// <summary>Looks up beforehand what would take too long inside the writer.</summary>
    /// <returns>The part that runs inside the change.</returns>
    Task<DeleteStep> PrepareAsync(Caller caller, CancellationToken ct);
}

/// <summary>A part of deleting an account that has just been erased, inside the transaction.</summary>
public delegate Task DeleteStep(LogAppend append, ChatUser account, CancellationToken ct);
