using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>Makes, checks and alters accounts. Passwords are Identity's business, from rules to hashes.</summary>
public sealed class Accounts(
    UserManager<ChatUser> users, Lockout lockout, EventLog log, Sessions sessions,
    TimeProvider clock, RunTimeSettings settings, GuessedNames guessed, WelcomeAccount welcome)
{
    private const int MaxPasswordLength = 256;

    // Only to who gave the right password.
    private static readonly Refusal Banned = new(RefusalReason.NotSignedIn, "banned",
        "You are banned from this chat. If you think that is a mistake, ask an administrator.");

    private static readonly Refusal Deactivated = new(RefusalReason.NotSignedIn, "deactivated",
        "This account is deactivated. Ask an administrator to bring it back.");

    private static readonly Refusal WrongPassword = Refusal.Invalid("password",
        "That is not your password, or there were too many attempts: then wait five minutes.");

    private static readonly Refusal Closed = new(RefusalReason.Forbidden, "registration_closed",
        "Nobody can make an account here by themselves. Ask an administrator.");

    public async Task<bool> IsFirstAsync() => !await users.Users.AnyAsync();

    public async Task<Result<ChatUser>> RegisterAsync(string? name, string? email, string? password)
    {
        if (Username.Parse(name) is { Refusal: { } wrongName })
            return wrongName;
        var address = EmailAddress.Parse(email);
        if (address.Refusal is { } wrongAddress)
            return wrongAddress;
        var draft = new ChatUser { UserName = Username.Parse(name).Value.Value };
        if (await WrongPasswordAsync(draft, password) is { } wrongPassword)
            return wrongPassword;
        // Hashing takes long by design: outside the writer.
        var hash = users.PasswordHasher.HashPassword(draft, password!);
        return await log.AppendAsync<ChatUser>(async (append, ct) =>
        {
            var isFirst = !await append.Db.Users.AnyAsync(ct);
            if (settings.Current.Registration == RegistrationMode.Closed && !isFirst)
                return Closed;
            var normalized = users.NormalizeName(draft.UserName);
            if (await append.Db.Users.AnyAsync(u => u.NormalizedUserName == normalized, ct))
                return Refusal.Conflict("username_taken", "That username is taken.", "username");
            if (await IsDisplayNameAsync(append.Db, draft.UserName!, ct))
                return Refusal.Conflict("username_taken", "Someone is called that: choose another username.", "username");
            var user = new ChatUser
            {
                UserName = draft.UserName,
                NormalizedUserName = normalized,
                Email = address.Value,
                NormalizedEmail = users.NormalizeEmail(address.Value),
                PasswordHash = hash,
                SecurityStamp = RandomId.NewSecret(),
                LockoutEnabled = true,
                IsAdministrator = isFirst,
                CreatedAt = append.Now,
            };
            append.Db.Users.Add(user);
            await welcome(append, user, ct);
            return user;
        });
    }

    /// <summary>Whose name and password these are. Locks the account for a while after repeated failures.</summary>
    public async Task<Result<ChatUser>> CheckAsync(string? name, string? password)
    {
        if (string.IsNullOrEmpty(name))
            return Refusal.Invalid("username", "Give your username.");
        if (string.IsNullOrEmpty(password) || password.Length > MaxPasswordLength)
            return string.IsNullOrEmpty(password) ? Refusal.Invalid("password", "Give your password.") : SignInRefusals.WrongCredentials;
        var user = await users.FindByNameAsync(name.Trim());
        if (user is null)
        {
            // Takes as long as a wrong password would.
            users.PasswordHasher.HashPassword(new ChatUser(), password);
            return guessed.Count(users.NormalizeName(name.Trim())) is { } wait ? SignInRefusals.Locked(wait) : SignInRefusals.WrongCredentials;
        }
        if (!Matches(user, password))
            return Lockout.LeftOf(user, clock.GetUtcNow().ToUnixTimeMilliseconds()) is { } known ? SignInRefusals.Locked(known) : SignInRefusals.WrongCredentials;
        // That the password is right is not told while the account is locked.
        if (await lockout.LeftAsync(user.Id) is { } left)
            return SignInRefusals.Locked(left);
        return user.BannedAt is not null ? Banned : user.IsActive ? user : Deactivated;
    }

    /// <summary>Whether the caller is who they were: asked again before what a borrowed browser must not do.</summary>
    public async Task<Result<ChatUser>> ConfirmAsync(Caller caller, string? password)
    {
        var user = (await users.FindByIdAsync(caller.UserId))!;
        return password is { Length: <= MaxPasswordLength } && Matches(user, password) && await lockout.LeftAsync(user.Id) is null ? user : WrongPassword;
    }

    /// <summary>Changes the password and ends every sign-in but none of the new ones: the caller signs in again.</summary>
    public async Task<Result<ChatUser>> ChangePasswordAsync(Caller caller, string? current, string? next)
    {
        var user = await ConfirmAsync(caller, current);
        if (user.Refusal is { } why)
            return why;
        if (await WrongPasswordAsync(user.Value, next) is { } refusal)
            return refusal with { Field = "new_password" };
        var hash = users.PasswordHasher.HashPassword(user.Value, next!);
        var changed = await log.AppendAsync<ChatUser>(async (append, ct) =>
        {
            var account = await append.Db.Users.SingleAsync(u => u.Id == caller.UserId, ct);
            account.PasswordHash = hash;
            await SignIns.EndAllAsync(append, account, ct);
            return account;
        });
        sessions.ForgetUser(caller.UserId);
        return changed;
    }

    // A failure is counted behind this answer, so that it comes as soon as for a name that does not exist.
    private bool Matches(ChatUser user, string password)
    {
        if (user.PasswordHash is { } hash &&
            users.PasswordHasher.VerifyHashedPassword(user, hash, password) != PasswordVerificationResult.Failed)
            return true;
        _ = lockout.CountAsync(user.Id);
        return false;
    }

    // No index knows names as they are compared: all display names are looked at, which the hashing before outweighs by far.
    private static async Task<bool> IsDisplayNameAsync(ChatDb db, string username, CancellationToken ct)
    {
        var folded = FoldedName.Of(username);
        await foreach (var name in db.Users.Where(u => u.DisplayName != null).Select(u => u.DisplayName!).AsAsyncEnumerable().WithCancellation(ct))
            if (FoldedName.Of(name) == folded)
                return true;
        return false;
    }

    internal async Task<Refusal?> WrongPasswordAsync(ChatUser user, string? password)
    {
        if (password is not { Length: <= MaxPasswordLength })
            return Refusal.Invalid("password", password is null ? "Give a password." : "That password is too long.");
        foreach (var validator in users.PasswordValidators)
            if (await validator.ValidateAsync(users, user, password) is { Succeeded: false } failed)
                return Refusal.Invalid("password", failed.Errors.First().Description);
        return null;
    }
}
