using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Log;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>Creates accounts.</summary>
public sealed class RegistrationCommands(
    UserManager<ChatUser> users, Passwords passwords, LogWriter log, RunTimeSettings settings, WelcomeAccount welcome)
{
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
        if (await passwords.RefuseNewAsync(draft, password) is { } wrongPassword)
            return wrongPassword;
        // Hashing is slow by design, so it is done outside the writer.
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

    // No index compares names in this way, so all display names are read. The hashing before takes much longer.
    private static async Task<bool> IsDisplayNameAsync(ChatDb db, string username, CancellationToken ct)
    {
        var folded = FoldedName.Of(username);
        await foreach (var name in db.Users.Where(u => u.DisplayName != null).Select(u => u.DisplayName!).AsAsyncEnumerable().WithCancellation(ct))
            if (FoldedName.Of(name) == folded)
                return true;
        return false;
    }
}
