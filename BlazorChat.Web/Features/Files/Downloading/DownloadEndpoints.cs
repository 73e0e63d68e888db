using System.Net.Mime;
using BlazorChat.Core;
using BlazorChat.Core.Files;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Files.Images;
using BlazorChat.Web.Features.Files.Stores;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace BlazorChat.Web.Features.Files.Downloading;

/// <summary>
/// Serves files to those who may read their room. Access is checked at every request; for everyone else the file does not
/// exist. Whatever a file contains, the browser never runs it as part of the chat.
/// </summary>
internal static class DownloadEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapDownloads(this IEndpointRouteBuilder chat)
    {
        var files = chat.MapGroup("/files/{fileId}").WithTags("Files");
        files.MapMethods("/{fileName}", Methods, Download)
            .WithSummary("A file, or a part of it (Range).").AnswersFile(MediaTypeNames.Application.Octet);
        files.MapMethods("/thumbnail", Methods, Thumbnail)
            .WithSummary("A small picture of a picture.").AnswersFile(MediaTypeNames.Image.Webp);
        files.MapMethods("/{fileName}/thumbnail", Methods, Thumbnail)
            .WithSummary("A small picture of a picture.").AnswersFile(MediaTypeNames.Image.Webp);
    }

    private static void AnswersFile(this RouteHandlerBuilder endpoint, string type) =>
        endpoint.Produces(StatusCodes.Status200OK, contentType: type).Produces(StatusCodes.Status206PartialContent, contentType: type)
            .Produces(StatusCodes.Status304NotModified).Produces(StatusCodes.Status416RangeNotSatisfiable);

    private static async Task<IResult> Download(
        string fileId, bool? original, Caller caller, IDbContextFactory<ChatDb> databases, IFileStore store,
        HttpResponse response, CancellationToken ct)
    {
        if (await FindAsync(databases, caller, fileId, ct) is not { } file)
            return Problems.For(Refusal.NotFound);
        var hash = original != true ? file.Sha256 : file.SenderId == caller.UserId ? file.OriginalSha256 : null;
        if (hash is null || await store.OpenAsync(StoreKey.File(hash), ct) is not { } bytes)
            return Problems.For(Refusal.NotFound);
        Protect(response);
        var disposition = new ContentDispositionHeaderValue(file.ShowsInline ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.Stream(
            bytes, file.ContentType, null, DateTimeOffset.FromUnixTimeMilliseconds(file.PostedAt),
            new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true);
    }

    private static async Task<IResult> Thumbnail(
        string fileId, Caller caller, IDbContextFactory<ChatDb> databases, ThumbnailWorker thumbnails, HttpResponse response, CancellationToken ct)
    {
        if (await FindAsync(databases, caller, fileId, ct) is not { HasThumbnail: true } file ||
            await thumbnails.OpenAsync(file.Sha256, ct) is not { } bytes)
            return Problems.For(Refusal.NotFound);
        Protect(response);
        return TypedResults.Stream(
            bytes, "image/webp", null, DateTimeOffset.FromUnixTimeMilliseconds(file.PostedAt),
            new EntityTagHeaderValue($"\"{file.Sha256}-small\""), enableRangeProcessing: true);
    }

    private static async Task<Attachment?> FindAsync(
        IDbContextFactory<ChatDb> databases, Caller caller, string fileId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == fileId && a.DiscardedAt == null, ct) is { } file &&
            await RoomGate.LookAsync(db, caller, file.RoomId, ct) is not null ? file : null;
    }

    // For a file that is opened as a page: no scripts, no cookies, no frames, and nothing is loaded.
    private static void Protect(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
