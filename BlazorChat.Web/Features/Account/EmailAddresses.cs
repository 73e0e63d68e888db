using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Mail;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace BlazorChat.Web.Features.Account;

/// <summary>People's e-mail addresses: confirms them and sends mail to them. Links for a new password go to confirmed addresses only.</summary>
public sealed class EmailAddresses(UserManager<ChatUser> users, LogWriter log, Mailer mailer, PublicLinks links)
{
    private static readonly Refusal BadLink = Refusal.Conflict("bad_email_link",
        "This link is used up or too old. Have another one sent to you from your account.");

    public async Task<Result<ChatUser>> ChangeAsync(Caller caller, string? text)
    {
        var address = EmailAddress.Parse(text);
        if (address.Refusal is { } why)
            return why;
        var changed = await log.AppendAsync<ChatUser>(async (append, ct) =>
        {
            var account = await append.Db.Users.SingleAsync(u => u.Id == caller.UserId, ct);
            if (account.Email != address.Value)
                (account.Email, account.NormalizedEmail, account.EmailConfirmed) =
                    (address.Value, users.NormalizeEmail(address.Value), false);
            return account;
        });
        if (changed.Refusal is null)
            AskToConfirm(caller.UserId);
        return changed;
    }

    /// <summary>Sends a link to an address that is not confirmed yet.</summary>
    public void AskToConfirm(string userId) => mailer.Send(async (services, ct) =>
    {
        var accounts = services.GetRequiredService<UserManager<ChatUser>>();
        if (await accounts.FindByIdAsync(userId) is not { Email: { } address, EmailConfirmed: false } user)
            return [];
        var token = await accounts.GenerateUserTokenAsync(
            user, accounts.Options.Tokens.EmailConfirmationTokenProvider, PurposeFor(address));
        var link = links.To($"account/confirm-email?user={Uri.EscapeDataString(user.Id)}&token={Uri.EscapeDataString(token)}");
        return [new Letter(address, "Confirm your e-mail address", $"""
            Hello {user.DisplayName ?? user.UserName},

            is this your address? Then follow this link:

            {link}

            If you have no account there, do nothing.
            """)];
    });

    public async Task<Result<Done>> ConfirmAsync(string? userId, string? token)
    {
        if (await users.FindByIdAsync(userId ?? "") is not { IsActive: true, Email: { } address } user ||
            !await users.VerifyUserTokenAsync(
                user, users.Options.Tokens.EmailConfirmationTokenProvider, PurposeFor(address), token ?? ""))
            return BadLink;
        return await log.AppendAsync<Done>(async (append, ct) =>
        {
            var account = await append.Db.Users.SingleAsync(u => u.Id == user.Id, ct);
            if (account.Email != address)
                return BadLink;
            account.EmailConfirmed = true;
            return default(Done);
        });
    }

    /// <summary>Sends links for a new password to the accounts that confirmed this address. It takes as long if there are none.</summary>
    public void AskForPassword(string? text)
    {
        if (EmailAddress.Parse(text) is not { Refusal: null, Value: { } address })
            return;
        mailer.Send(async (services, ct) =>
        {
            var accounts = services.GetRequiredService<UserManager<ChatUser>>();
            var resets = services.GetRequiredService<PasswordReset>();
            var normalized = accounts.NormalizeEmail(address);
            List<Letter> letters = [];
            var owners = await accounts.Users.AsNoTracking()
                .Where(u => u.NormalizedEmail == normalized && u.EmailConfirmed).ToListAsync(ct);
            foreach (var user in owners.Where(owner => owner.IsActive))
            {
                var link = links.To((await resets.MailedLinkAsync(user)).Url);
                letters.Add(new Letter(user.Email!, "A new password", $"""
                    Hello {user.DisplayName ?? user.UserName},

                    someone asked for a new password for your account {user.UserName}. To choose one, follow this link:

                    {link}

                    It works once, within a day. If it was not you who asked, do nothing: your password stays as it is.
                    """));
            }
            return letters;
        });
    }

    // A link proves that someone reads the mail of one address. It proves nothing about another one.
    private static string PurposeFor(string address) => $"{UserManager<ChatUser>.ConfirmEmailTokenPurpose} {address}";
}
