using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace BlazorChat.Web.Features.Account;

/// <summary>Checks passwords, old ones and new ones. Identity provides the rules and the hashes.</summary>
public sealed class Passwords(UserManager<ChatUser> users, Lockout lockout, GuessedNames guessed, TimeProvider clock)
{
    private const int MaxLength = 256;

    // Said only to someone who gave the right password.
    private static readonly Refusal Banned = new(RefusalReason.NotSignedIn, "banned",
        "You are banned from this chat. If you think that is a mistake, ask an administrator.");

    private static readonly Refusal Deactivated = new(RefusalReason.NotSignedIn, "deactivated",
        "This account is deactivated. Ask an administrator to bring it back.");

    private static readonly Refusal WrongPassword = Refusal.Invalid("password",
        "That is not your password, or there were too many attempts: then wait five minutes.");

    /// <summary>Finds the account with this username and password. Locks an account for a while after repeated failures.</summary>
    public async Task<Result<ChatUser>> CheckAsync(string? name, string? password)
    {
        if (string.IsNullOrEmpty(name))
            return Refusal.Invalid("username", "Give your username.");
        if (string.IsNullOrEmpty(password) || password.Length > MaxLength)
            return string.IsNullOrEmpty(password) ? Refusal.Invalid("password", "Give your password.") : SignInRefusals.WrongCredentials;
        var user = await users.FindByNameAsync(name.Trim());
        if (user is null)
        {
            // Takes as long as a wrong password would.
            users.PasswordHasher.HashPassword(new ChatUser(), password);
            return await guessed.CountAsync(users.NormalizeName(name.Trim())) is { } wait ? SignInRefusals.Locked(wait) : SignInRefusals.WrongCredentials;
        }
        if (!Matches(user, password))
            return Lockout.LeftOf(user, clock.GetUtcNow().ToUnixTimeMilliseconds()) is { } known ? SignInRefusals.Locked(known) : SignInRefusals.WrongCredentials;
        // While the account is locked, nobody learns that the password is right.
        if (await lockout.LeftAsync(user.Id) is { } left)
            return SignInRefusals.Locked(left);
        return user.BannedAt is not null ? Banned : user.IsActive ? user : Deactivated;
    }

    /// <summary>Asks for the caller's password again, before changes that must not be possible in a browser that was left open.</summary>
    public async Task<Result<ChatUser>> ConfirmAsync(Caller caller, string? password)
    {
        var user = (await users.FindByIdAsync(caller.UserId))!;
        return password is { Length: <= MaxLength } && Matches(user, password) && await lockout.LeftAsync(user.Id) is null ? user : WrongPassword;
    }

    /// <summary>Whether this is allowed as a new password.</summary>
    /// <returns>Why not, or null.</returns>
    internal async Task<Refusal?> RefuseNewAsync(ChatUser user, string? password)
    {
        if (password is not { Length: <= MaxLength })
            return Refusal.Invalid("password", password is null ? "Give a password." : "That password is too long.");
        foreach (var validator in users.PasswordValidators)
            if (await validator.ValidateAsync(users, user, password) is { Succeeded: false } failed)
                return Refusal.Invalid("password", failed.Errors.First().Description);
        return null;
    }

    // A failure is counted after the answer, so that the answer takes as long as for a name that does not exist.
    private bool Matches(ChatUser user, string password)
    {
        if (user.PasswordHash is { } hash &&
            users.PasswordHasher.VerifyHashedPassword(user, hash, password) != PasswordVerificationResult.Failed)
            return true;
        _ = lockout.CountAsync(user.Id);
        return false;
    }
}
