using System.Buffers.Text;
using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>Passkeys: adding, naming and removing them, and signing in by one. The cryptography is Identity's.</summary>
public sealed class Passkeys(SignInManager<ChatUser> signIn, LogWriter log, IDbContextFactory<ChatDb> databases)
{
    private const int MaxNameLength = 64;
    private const int Most = 20;

    private static readonly Refusal NotAccepted = new(RefusalReason.NotSignedIn, "passkey_refused",
        "That passkey is not known here, or it took too long. Try again, or use your password.");

    private static readonly Refusal BadPasskey =
        Refusal.Invalid("credential", "The passkey could not be added: it is incomplete, or it took too long. Try again.");

    private static readonly Refusal BadName = Refusal.Invalid("name", $"Give it a name of up to {MaxNameLength} characters.");

    private static readonly Refusal TooMany = Refusal.Conflict("too_many_passkeys", $"You have {Most} passkeys. Remove one first.");

    public async Task<IReadOnlyList<PasskeyView>> ListAsync(Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var passkeys = await StoreOf(db).GetPasskeysAsync(new ChatUser { Id = caller.UserId }, ct);
        return [.. passkeys.OrderBy(passkey => passkey.CreatedAt).Select(PasskeyView.Of)];
    }

    /// <summary>What <c>navigator.credentials.create</c> takes, as JSON.</summary>
    public Task<string> CreationOptionsAsync(Caller caller) => signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
    {
        Id = caller.UserId,
        Name = caller.Username,
        DisplayName = caller.DisplayName ?? caller.Username,
    });

    /// <summary>What <c>navigator.credentials.get</c> takes, as JSON. It accepts the passkey of any account.</summary>
    public Task<string> RequestOptionsAsync() => signIn.MakePasskeyRequestOptionsAsync(user: null);

    public async Task<Result<PasskeyView>> AddAsync(Caller caller, string? credential, string? name)
    {
        if (PlainLine.Clean(name) is not { Length: > 0 and <= MaxNameLength } clean)
            return BadName;
        var made = await AttestAsync(credential);
        if (made is not { Succeeded: true } || made.UserEntity.Id != caller.UserId)
            return BadPasskey;
        made.Passkey.Name = clean;
        return await log.AppendAsync<PasskeyView>(async (append, ct) =>
        {
            if (await append.Db.UserPasskeys.CountAsync(p => p.UserId == caller.UserId, ct) >= Most)
                return TooMany;
            if (await append.Db.UserPasskeys.AnyAsync(p => p.CredentialId == made.Passkey.CredentialId, ct))
                return BadPasskey;
            await StoreOf(append.Db).AddOrUpdatePasskeyAsync(new ChatUser { Id = caller.UserId }, made.Passkey, ct);
            return PasskeyView.Of(made.Passkey);
        });
    }

    public Task<Result<PasskeyView>> RenameAsync(Caller caller, string passkeyId, string? name) =>
        ChangeAsync(caller, passkeyId, async (store, owner, passkey, ct) =>
        {
            if (PlainLine.Clean(name) is not { Length: > 0 and <= MaxNameLength } clean)
                return BadName;
            passkey.Name = clean;
            await store.AddOrUpdatePasskeyAsync(owner, passkey, ct);
            return PasskeyView.Of(passkey);
        });

    public Task<Result<PasskeyView>> RemoveAsync(Caller caller, string passkeyId) =>
        ChangeAsync(caller, passkeyId, async (store, owner, passkey, ct) =>
        {
            await store.RemovePasskeyAsync(owner, passkey.CredentialId, ct);
            return PasskeyView.Of(passkey);
        });

    /// <returns>The owner of the passkey that was used.</returns>
    public async Task<Result<ChatUser>> CheckAsync(string? credential)
    {
        var shown = await AssertAsync(credential);
        if (shown is not { Succeeded: true })
            return NotAccepted;
        // Saved with its use count: a copy of the passkey would have a lower count, and so be noticed.
        var kept = await log.AppendAsync<Done>(async (append, ct) =>
        {
            await StoreOf(append.Db).AddOrUpdatePasskeyAsync(shown.User, shown.Passkey, ct);
            return default(Done);
        });
        return kept.Refusal is { } why ? why : shown.User;
    }

    private async Task<PasskeyAttestationResult?> AttestAsync(string? credential)
    {
        try
        {
            return string.IsNullOrEmpty(credential) ? null : await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null; // nobody asked for it: the challenge is gone
        }
    }

    private async Task<PasskeyAssertionResult<ChatUser>?> AssertAsync(string? credential)
    {
        try
        {
            return string.IsNullOrEmpty(credential) ? null : await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null; // nobody asked for it: the challenge is gone
        }
    }

    private Task<Result<PasskeyView>> ChangeAsync(
        Caller caller, string passkeyId,
        Func<UserOnlyStore<ChatUser, ChatDb>, ChatUser, UserPasskeyInfo, CancellationToken, Task<Result<PasskeyView>>> change) =>
        log.AppendAsync(async (append, ct) =>
        {
            var (store, owner) = (StoreOf(append.Db), new ChatUser { Id = caller.UserId });
            return Base64Url.IsValid(passkeyId) &&
                await store.FindPasskeyAsync(owner, Base64Url.DecodeFromChars(passkeyId), ct) is { } passkey
                    ? await change(store, owner, passkey, ct)
                    : Refusal.NotFound;
        });

    private static UserOnlyStore<ChatUser, ChatDb> StoreOf(ChatDb db) => new(db) { AutoSaveChanges = false };
}

public sealed record PasskeyView(string PasskeyId, string Name, long CreatedAt)
{
    public static PasskeyView Of(UserPasskeyInfo passkey) => new(
        Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "Passkey", passkey.CreatedAt.ToUnixTimeMilliseconds());
}
