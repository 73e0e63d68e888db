using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Account;

/// <summary>Gives a new account what everybody begins with, as part of registering.</summary>
public delegate Task WelcomeAccount(LogAppend append, ChatUser account, CancellationToken ct);

/// <summary>What else goes, or is told, when an account is deleted. Features register theirs.</summary>
public interface IOnAccountDeleted
{
    /// <summary>Looks up beforehand what would hold up the writer.</summary>
    /// <returns>What is done as part of the change.</returns>
    Task<DeleteStep> PrepareAsync(Caller caller, CancellationToken ct);
}

/// <summary>A part of deleting an account that has just been erased, inside the transaction.</summary>
public delegate Task DeleteStep(LogAppend append, ChatUser account, CancellationToken ct);
