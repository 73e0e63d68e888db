using System.Security.Cryptography;
using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.People;

/// <summary>Changes someone's profile, and tells every room that shows it.</summary>
public sealed class ProfileCommands(
    LogWriter log, IDbContextFactory<ChatDb> databases, Pictures pictures, KnownSessions sessions)
{
    private const int HashLength = 16;

    private static readonly Refusal SomeoneElse = Refusal.Conflict(
        "display_name_taken", "Someone else has that as their username: choose another name.", "display_name");

    public async Task<ProfileView> LookAsync(string userId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return ProfileView.Of(await db.Users.AsNoTracking().SingleAsync(u => u.Id == userId, ct));
    }

    public async Task<Result<ProfileView>> ChangeAsync(Caller caller, ChangeProfile request, CancellationToken ct)
    {
        var (name, status) = (DisplayName.Parse(request.DisplayName), StatusText.Parse(request.StatusText));
        if ((name.Refusal ?? status.Refusal) is { } why)
            return why;
        return await ChangeAsync(caller, async (append, account, stop) =>
        {
            if (request.DisplayName is not null)
            {
                if (name.Value.Value is { } wanted && await IsAnothersAsync(append.Db, account, wanted, stop))
                    return SomeoneElse;
                account.DisplayName = name.Value.Value;
            }
            if (request.StatusText is not null)
                account.StatusText = status.Value.Value;
            return null;
        }, ct);
    }

    public async Task<Result<ProfileView>> SetAvatarAsync(Caller caller, byte[] given, CancellationToken ct)
    {
        var square = await pictures.SquareAsync(given, ct);
        if (square.Refusal is { } why)
            return why;
        var hash = Convert.ToHexStringLower(SHA256.HashData(square.Value))[..HashLength];
        return await ChangeAsync(caller, async (append, account, stop) =>
        {
            var avatar = await append.Db.Avatars.FindAsync([account.Id], stop);
            if (avatar is null)
                append.Db.Avatars.Add(avatar = new Avatar { UserId = account.Id });
            (avatar.Hash, avatar.Picture, account.AvatarHash) = (hash, square.Value, hash);
            return null;
        }, ct);
    }

    public Task<Result<ProfileView>> RemoveAvatarAsync(Caller caller, CancellationToken ct) =>
        ChangeAsync(caller, async (append, account, stop) =>
        {
            append.Db.Avatars.RemoveRange(await append.Db.Avatars.Where(a => a.UserId == account.Id).ToListAsync(stop));
            account.AvatarHash = null;
            return null;
        }, ct);

    private async Task<Result<ProfileView>> ChangeAsync(
        Caller caller, Func<LogAppend, ChatUser, CancellationToken, Task<Refusal?>> change, CancellationToken ct)
    {
        ProfileNews news;
        await using (var db = await databases.CreateDbContextAsync(ct))
            news = await ProfileNews.PrepareAsync(db, caller.UserId, ct);
        var changed = await log.AppendAsync<ProfileView>(async (append, stop) =>
        {
            var account = await append.Db.Users.SingleAsync(u => u.Id == caller.UserId, stop);
            var before = ProfileView.Of(account);
            if (await change(append, account, stop) is { } why)
                return why;
            var now = ProfileView.Of(account);
            if (now != before)
                await news.TellAsync(append, account, stop);
            return now;
        });
        sessions.ForgetUser(caller.UserId);
        return changed;
    }

    private static Task<bool> IsAnothersAsync(ChatDb db, ChatUser account, string name, CancellationToken ct)
    {
        var folded = FoldedName.Of(name);
        return db.Users.AnyAsync(u => u.Id != account.Id && u.NormalizedUserName == folded, ct);
    }
}

/// <summary>The fields to change. Null leaves a field as it is, an empty text removes it.</summary>
public sealed record ChangeProfile(string? DisplayName, string? StatusText);
