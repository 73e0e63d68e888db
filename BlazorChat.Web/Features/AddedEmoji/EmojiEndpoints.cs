using BlazorChat.Core;
using BlazorChat.Core.Reactions;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace BlazorChat.Web.Features.AddedEmoji;

/// <summary>Custom emoji: all of them, their pictures, adding and removing.</summary>
internal static class EmojiEndpoints
{
    private const string ForEver = "private, max-age=31536000, immutable";

    public static void MapEmoji(this IEndpointRouteBuilder chat)
    {
        var emoji = chat.MapGroup("/emoji").WithTags("Reactions");
        emoji.MapGet("", List).Produces<EmojiList>()
            .WithSummary("The custom emoji, by name: people write them as :name:.");
        emoji.MapMethods("/{name}", [HttpMethods.Get, HttpMethods.Head], Picture).Produces(StatusCodes.Status200OK, contentType: "image/webp", additionalContentTypes: "image/gif").Produces(StatusCodes.Status304NotModified)
            .WithSummary("The picture of a custom emoji.");
        var change = emoji.MapGroup("/{name}").RequireRateLimiting(RateLimits.Posting);
        change.MapPut("", Put).Accepts<byte[]>("image/png", "image/gif", "image/webp")
            .WithMetadata(new RequestSizeLimitAttribute(EmojiPictures.MaxBytes)).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Adds a custom emoji, or gives my own another picture: up to 256 KiB.").Refuses(403).Refuses(409, "emoji_name_taken", "too_many_emoji").Refuses(413).NeverRefuses(StatusCodes.Status404NotFound);
        change.MapDelete("", Remove).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Removes a custom emoji that I added; administrators remove any.").Refuses(403);
    }

    private static async Task<IResult> List(IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return TypedResults.Ok(await EmojiQueries.AllAsync(db, ct));
    }

    private static async Task<IResult> Picture(string name, string? v, HttpResponse response, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<CustomEmoji>().AsNoTracking().SingleOrDefaultAsync(e => e.Name == name, ct) is not { } emoji)
            return Problems.For(Refusal.NotFound);
        response.Headers.CacheControl = v == emoji.Hash ? ForEver : "private, no-cache";
        return TypedResults.Bytes(emoji.Picture, emoji.ContentType, entityTag: new EntityTagHeaderValue($"\"{emoji.Hash}\""));
    }

    private static async Task<IResult> Put(string name, HttpRequest request, Caller caller, EmojiCommands emoji, CancellationToken ct)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ct);
        return Answers.NoContent(await emoji.PutAsync(caller, name, body.ToArray(), ct));
    }

    private static async Task<IResult> Remove(string name, Caller caller, EmojiCommands emoji) =>
        Answers.NoContent(await emoji.RemoveAsync(caller, name));
}
