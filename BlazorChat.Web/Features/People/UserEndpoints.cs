using System.Text.Json.Serialization;
using BlazorChat.Core;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.People;

/// <summary>Finding people.</summary>
internal static class UserEndpoints
{
    private const int MaxFound = 50;

    public static void MapUsers(this IEndpointRouteBuilder chat)
    {
        chat.MapGet("/users", Find).Produces<UsersPage>().WithTags("Accounts")
            .WithSummary("People by the beginning of their username or of a word of their display name.");
        chat.MapGet("/users/{userId}", Look).Produces<UserCard>().WithTags("Accounts")
            .WithSummary("One person.");
    }

    private static async Task<IResult> Find(
        string? q, PresenceBoard presence, ILookupNormalizer normalizer, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var beginning = LikePattern.Comparable(normalizer.NormalizeName(q?.Trim() ?? "")!);
        var (first, word) = (LikePattern.Beginning(q?.Trim() ?? ""), LikePattern.Containing(" " + q?.Trim()));
        var people = await db.ActiveUsers.AsNoTracking()
            .Where(u => u.NormalizedUserName!.StartsWith(beginning) || LikePattern.Matches(u.DisplayName!, first) || LikePattern.Matches(u.DisplayName!, word))
            .OrderBy(u => u.NormalizedUserName).Take(MaxFound)
            .Select(u => new { u.Id, u.UserName, u.DisplayName, u.StatusText, u.AvatarHash })
            .ToListAsync(ct);
        return TypedResults.Ok(new UsersPage(
        [
            .. people.Select(u => new UserView(
                u.Id, u.UserName!, presence.StatusOf(u.Id), u.DisplayName, u.StatusText, AvatarPath.Of(u.Id, u.AvatarHash))),
        ]));
    }

    // This includes people who are banned or deactivated, because their messages can still be read; but not deleted accounts.
    private static async Task<IResult> Look(
        string userId, Caller caller, PresenceBoard presence, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId && u.DeletedAt == null, ct) is not { } user)
            return Problems.For(Refusal.NotFound);
        var profile = ProfileView.Of(user);
        return TypedResults.Ok(new UserCard(
            profile.UserId, profile.Username, presence.StatusOf(userId), profile.DisplayName, profile.StatusText, profile.AvatarUrl)
        {
            Gone = !user.IsActive,
            Blocked = await db.Blocks.AnyAsync(b => b.UserId == caller.UserId && b.BlockedId == userId, ct),
        });
    }
}

/// <summary>The people who were found.</summary>
public sealed record UsersPage(IReadOnlyList<UserView> Users);

/// <summary>A person in a list of people.</summary>
public sealed record UserView(
    string UserId, string Username, PresenceStatus Status, string? DisplayName, string StatusText, [property: ChatAddress] string? AvatarUrl)
{
    /// <summary>The display name, or the username without one.</summary>
    [JsonIgnore]
    public string Name => DisplayName ?? Username;
}

/// <summary>A person in the small profile card.</summary>
internal sealed record UserCard(
    string UserId, string Username, PresenceStatus Status, string? DisplayName, string StatusText, [property: ChatAddress] string? AvatarUrl)
{
    /// <summary>Whether they are deactivated or banned, so that nobody can write to them.</summary>
    public bool Gone { get; init; }

    /// <summary>Whether the caller has blocked them.</summary>
    public bool Blocked { get; init; }
}
