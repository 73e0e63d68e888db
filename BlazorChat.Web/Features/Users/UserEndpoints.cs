using BlazorChat.Core.Presence;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Profiles;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Users;

/// <summary>Finding people.</summary>
internal static class UserEndpoints
{
    private const int MaxFound = 50;

    public static void MapUsers(this IEndpointRouteBuilder chat) =>
        chat.MapGet("/users", Find).Produces<UsersPage>().WithTags("Accounts");

    private static async Task<IResult> Find(
        string? q, PresenceBoard presence, ILookupNormalizer normalizer, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var beginning = normalizer.NormalizeName(q?.Trim() ?? "")!;
        var pattern = LikePattern.Beginning(q?.Trim() ?? "");
        var people = await db.ActiveUsers.AsNoTracking()
            .Where(u => u.NormalizedUserName!.StartsWith(beginning) || EF.Functions.Like(u.DisplayName!, pattern, LikePattern.Escape))
            .OrderBy(u => u.NormalizedUserName).Take(MaxFound)
            .Select(u => new { u.Id, u.UserName, u.DisplayName, u.StatusText, u.AvatarHash })
            .ToListAsync(ct);
        return TypedResults.Ok(new UsersPage(
        [
            .. people.Select(u => new UserView(
                u.Id, u.UserName!, presence.StatusOf(u.Id), u.DisplayName, u.StatusText, AvatarPath.Of(u.Id, u.AvatarHash))),
        ]));
    }
}

internal sealed record UsersPage(IReadOnlyList<UserView> Users);

internal sealed record UserView(
    string UserId, string Username, PresenceStatus Status, string? DisplayName, string StatusText, [property: ChatAddress] string? AvatarUrl);
