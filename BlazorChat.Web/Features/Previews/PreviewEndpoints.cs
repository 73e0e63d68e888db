using System.Globalization;
using System.Net.Mime;
using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Previews.Pictures;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace BlazorChat.Web.Features.Previews;

/// <summary>Removing previews, and their pictures.</summary>
internal static class PreviewEndpoints
{
    public static void MapPreviews(this IEndpointRouteBuilder chat)
    {
        var previews = chat.MapGroup("").WithTags("Messages");
        previews.MapDelete("/messages/{id}/previews/{index}", Remove).RequireRateLimiting(RateLimits.Posting).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Removes a preview from a message. It does not come back.");
        previews.MapMethods("/previews/{picture}", [HttpMethods.Get, HttpMethods.Head], Picture).Produces(StatusCodes.Status200OK, contentType: MediaTypeNames.Image.Webp)
            .Produces(StatusCodes.Status304NotModified)
            .WithSummary("The picture of a preview.");
    }

    // What is no number is no preview either.
    private static async Task<IResult> Remove(string id, string index, string? url, Caller caller, PreviewCommands previews) => Answers.NoContent(
        await previews.RemoveAsync(caller, id, int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1, url));

    // Who may read none of the messages that show it does not see it either.
    private static async Task<IResult> Picture(
        string picture, Caller caller, IDbContextFactory<ChatDb> databases, PreviewPictures pictures, HttpResponse response, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var seen = db.RoomIdsSeenBy(caller.UserId);
        var isShown = await db.Set<LinkedPage>().Where(page => page.Picture == picture).AnyAsync(
            page => db.Set<LinkPreview>().Any(p => p.PageId == page.Id && p.State == LinkPreviewState.Shown &&
                db.Messages.Any(m => m.Id == p.MessageId && m.DeletedAt == null && seen.Contains(m.RoomId))), ct);
        if (!isShown || await pictures.OpenAsync(picture, ct) is not { } bytes)
            return Problems.For(Refusal.NotFound);
        response.Headers.ContentSecurityPolicy = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return TypedResults.Stream(bytes, MediaTypeNames.Image.Webp, entityTag: new EntityTagHeaderValue($"\"{picture}\""));
    }
}
