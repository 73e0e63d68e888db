using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace BlazorChat.Web.Features.People;

/// <summary>One's own profile, and everyone's picture.</summary>
internal static class ProfileEndpoints
{
    private const string ForEver = "private, max-age=31536000, immutable";

    public static void MapProfiles(this IEndpointRouteBuilder routes)
    {
        var me = routes.MapGroup("/auth/me").RequireAuthorization().DisableCookieRedirect().WithTags("Accounts");
        me.MapGet("", Look)
            .WithSummary("Who I am.");
        var mine = me.MapGroup("").RequireRateLimiting(RateLimits.Posting);
        mine.MapPatch("", Change).Produces<ProfileView>()
            .WithSummary("Changes my display name or status text; what is left out stays.").Refuses(409, "display_name_taken");
        mine.MapPut("/avatar", SetAvatar).Accepts<byte[]>("image/png", "image/jpeg", "image/webp", "image/gif")
            .WithMetadata(new RequestSizeLimitAttribute(Pictures.MaxBytes)).Produces<ProfileView>()
            .WithSummary("Sets my picture, up to 2 MiB.").Refuses(413);
        mine.MapDelete("/avatar", RemoveAvatar).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Removes my picture.");
    }

    public static void MapAvatars(this IEndpointRouteBuilder chat) =>
        chat.MapMethods("/users/{userId}/avatar", [HttpMethods.Get, HttpMethods.Head], Avatar).Produces(StatusCodes.Status200OK, contentType: "image/webp").WithTags("Accounts")
            .WithSummary("Someone's picture.").Produces(StatusCodes.Status304NotModified);

    private static async Task<CallerView> Look(Caller caller, ProfileCommands profiles, CancellationToken ct)
    {
        var profile = await profiles.LookAsync(caller.UserId, ct);
        return new CallerView(
            caller.UserId, caller.Username, caller.IsAdministrator, profile.DisplayName, profile.StatusText, profile.AvatarUrl);
    }

    private static async Task<IResult> Change(ChangeProfile request, Caller caller, ProfileCommands profiles, CancellationToken ct) =>
        Answers.Ok(await profiles.ChangeAsync(caller, request, ct));

    private static async Task<IResult> SetAvatar(HttpRequest request, Caller caller, ProfileCommands profiles, CancellationToken ct)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ct);
        return Answers.Ok(await profiles.SetAvatarAsync(caller, body.ToArray(), ct));
    }

    private static async Task<IResult> RemoveAvatar(Caller caller, ProfileCommands profiles, CancellationToken ct) =>
        Answers.NoContent(await profiles.RemoveAvatarAsync(caller, ct));

    private static async Task<IResult> Avatar(
        string userId, string? v, HttpResponse response, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Avatars.AsNoTracking().SingleOrDefaultAsync(a => a.UserId == userId, ct) is not { } avatar)
            return Problems.For(Refusal.NotFound);
        response.Headers.CacheControl = v == avatar.Hash ? ForEver : "private, no-cache";
        return TypedResults.Bytes(avatar.Picture, "image/webp", entityTag: new EntityTagHeaderValue($"\"{avatar.Hash}\""));
    }
}

internal sealed record CallerView(
    string UserId, string Username, bool IsAdmin, string? DisplayName, string StatusText, [property: ChatAddress] string? AvatarUrl);
