using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>
/// The second factor: an authenticator app's code, or a recovery code. Each works once, and wrong ones count like wrong
/// passwords. Stored in Identity's tables; recovery codes only as hashes.
/// </summary>
public sealed class TwoFactor(LogWriter log, IDbContextFactory<ChatDb> databases)
{
    private static readonly Refusal Required = new(RefusalReason.NotSignedIn, "two_factor_required",
        "This account needs a code from your authenticator app, or a recovery code.");

    private static readonly Refusal WrongAtSignIn = new(RefusalReason.NotSignedIn, "wrong_code",
        "That code is wrong or used, or there were too many attempts: then wait five minutes.");

    private static readonly Refusal WrongCode = Refusal.Invalid("code",
        "That is not the code that the app shows now, or there were too many attempts: then wait five minutes.");

    private static readonly Refusal IsOn =
        Refusal.Conflict("two_factor_on", "Two-factor sign-in is on already. Turn it off before you set it up again.");

    private static readonly Refusal IsOff = Refusal.Conflict("two_factor_off", "Two-factor sign-in is off.");

    /// <summary>Whether it is on, and how many recovery codes are left.</summary>
    public async Task<TwoFactorView> LookAsync(Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var account = await db.Users.SingleAsync(u => u.Id == caller.UserId, ct);
        return new TwoFactorView(
            account.TwoFactorEnabled, account.TwoFactorEnabled ? await StoreOf(db).CountCodesAsync(account, ct) : 0);
    }

    /// <summary>Makes a secret for the app. The second factor is off until someone enters a code from the app.</summary>
    public Task<Result<AuthenticatorSetup>> SetUpAsync(Caller caller) => log.AppendAsync<AuthenticatorSetup>(async (append, ct) =>
    {
        var account = await AccountOfAsync(append, caller.UserId, ct);
        if (account.TwoFactorEnabled)
            return IsOn;
        var setup = AuthenticatorSetup.For(caller.Username, Totp.NewSecret());
        await StoreOf(append.Db).SetAuthenticatorKeyAsync(account, setup.Secret, ct);
        return setup;
    });

    /// <returns>The recovery codes, which nobody can see again.</returns>
    public async Task<Result<RecoveryCodes>> TurnOnAsync(Caller caller, string? code)
    {
        // A failure is kept, so it is no refusal to the writer.
        var codes = await log.AppendAsync<RecoveryCodes?>(async (append, ct) =>
        {
            var account = await AccountOfAsync(append, caller.UserId, ct);
            if (account.TwoFactorEnabled)
                return IsOn;
            if (!await IsRightAsync(append, account, () => UseAsync(append, account, code ?? "", ct)))
                return default(RecoveryCodes);
            account.TwoFactorEnabled = true;
            return await RenewAsync(append, account, ct);
        });
        if (codes.Refusal is { } why)
            return why;
        return codes.Value is { } renewed ? renewed : WrongCode;
    }

    /// <summary>Makes new recovery codes; the old ones no longer work.</summary>
    public Task<Result<RecoveryCodes>> RenewCodesAsync(Caller caller) => log.AppendAsync<RecoveryCodes>(async (append, ct) =>
    {
        var account = await AccountOfAsync(append, caller.UserId, ct);
        return account.TwoFactorEnabled ? await RenewAsync(append, account, ct) : IsOff;
    });

    public Task<Result<Done>> TurnOffAsync(Caller caller) => log.AppendAsync<Done>(async (append, ct) =>
    {
        var account = await AccountOfAsync(append, caller.UserId, ct);
        account.TwoFactorEnabled = false;
        append.Db.UserTokens.RemoveRange(append.Db.UserTokens.Where(t => t.UserId == account.Id));
        return default(Done);
    });

    /// <summary>The second step of a sign-in, after the right password.</summary>
    /// <returns>Why not; null: passed, or not needed.</returns>
    public async Task<Refusal?> RefuseAsync(ChatUser user, string? code, string? recoveryCode)
    {
        if (!user.TwoFactorEnabled)
            return null;
        if (string.IsNullOrWhiteSpace(code) && string.IsNullOrWhiteSpace(recoveryCode))
            return Required;
        // A failure is kept, so it is no refusal to the writer.
        var passed = await log.AppendAsync<bool>(async (append, ct) =>
        {
            var account = await AccountOfAsync(append, user.Id, ct);
            return await IsRightAsync(append, account, () => string.IsNullOrWhiteSpace(code)
                ? StoreOf(append.Db).RedeemCodeAsync(account, RecoveryCodes.HashOf(recoveryCode!), ct)
                : UseAsync(append, account, code, ct));
        });
        return passed.Refusal ?? (passed.Value ? null : WrongAtSignIn);
    }

    private static async Task<bool> IsRightAsync(LogAppend append, ChatUser account, Func<Task<bool>> check)
    {
        if (Lockout.IsLocked(account, append.Now))
            return false;
        var isRight = await check();
        if (!isRight)
            Lockout.Count(account, append.Now);
        return isRight;
    }

    private static async Task<bool> UseAsync(LogAppend append, ChatUser account, string code, CancellationToken ct)
    {
        if (await StoreOf(append.Db).GetAuthenticatorKeyAsync(account, ct) is not { } secret ||
            Totp.Match(secret, code, append.Now, account.LastCodeStep) is not { } step)
            return false;
        account.LastCodeStep = step;
        return true;
    }

    private static async Task<RecoveryCodes> RenewAsync(LogAppend append, ChatUser account, CancellationToken ct)
    {
        var codes = RecoveryCodes.New();
        await StoreOf(append.Db).ReplaceCodesAsync(account, codes.Codes.Select(RecoveryCodes.HashOf), ct);
        return codes;
    }

    private static Task<ChatUser> AccountOfAsync(LogAppend append, string userId, CancellationToken ct) =>
        append.Db.Users.SingleAsync(u => u.Id == userId, ct);

    // Saved with the change.
    private static UserOnlyStore<ChatUser, ChatDb> StoreOf(ChatDb db) => new(db) { AutoSaveChanges = false };
}

public sealed record TwoFactorView(bool Enabled, int RecoveryCodesLeft);
