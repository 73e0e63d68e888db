using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Files.Staging;
using BlazorChat.Web.Features.Files.Uploading;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Files.Posting;

/// <summary><c>POST /chat/files</c>: a file becomes a message.</summary>
internal static class FileEndpoints
{
    public static void MapFilePosting(this IEndpointRouteBuilder chat) =>
        chat.MapPost("/files", Post).Accepts<IFormFile>("multipart/form-data").DisableAntiforgery()
            .RequireRateLimiting(RateLimits.Posting).Produces<Sent>(StatusCodes.Status201Created).Produces<Sent>().WithTags("Files");

    private static async Task<IResult> Post(
        HttpRequest request, Caller caller, StagingArea staging, UploadQuota quota, Uploads uploads, FilePoster files,
        MessagePoster poster, IDbContextFactory<ChatDb> databases, IOptions<UploadOptions> options, IOptions<JsonOptions> json,
        TimeProvider clock, CancellationToken ct)
    {
        if (FileFormReader.BoundaryOf(request) is not { } boundary)
            return Problems.Of(StatusCodes.Status415UnsupportedMediaType, "wrong_type", "Send the file as multipart/form-data.");
        var limit = options.Value.UploadBytes;
        UploadBody.Expect(request.HttpContext);
        PostResult? already = null;
        var read = await new FileFormReader(request, staging, limit).ReadAsync(boundary, RefuseAsync, ReserveAsync, ct);
        if (read.Refusal is { } bad)
            return already is null ? Problems.For(bad) : MessageEndpoints.Confirm(already, json.Value);
        using var form = read.Value;
        return MessageEndpoints.Confirm(await PostAsync(form), json.Value);

        async Task<Refusal?> RefuseAsync(string? roomId)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            return await RoomGate.LookAsync(db, caller, roomId, ct) is { } access
                ? access.RefusePosting(clock.GetUtcNow().ToUnixTimeMilliseconds())
                : Refusal.NotFound;
        }

        async Task<Result<IDisposable>> ReserveAsync(PostMessage post)
        {
            var reserved = await quota.ReserveAsync(caller.UserId, Math.Min(request.ContentLength ?? limit, limit), ct);
            if (reserved.Refusal is not null)
                already = await poster.FindPostedAsync(caller, post, ct); // what is too much may be the same once more
            return reserved;
        }

        async Task<Result<PostResult>> PostAsync(FileForm form) =>
            await poster.FindFaultAsync(form.Post, ct) is { } fault ? fault
            : form.UploadId is { } uploadId ? await PostUploadAsync(uploadId, form)
            : await files.PostAsync(caller, form.Post, form.Name, form.File, null, ct);

        async Task<Result<PostResult>> PostUploadAsync(string id, FileForm form) =>
            await uploads.PostAsync(caller, id, (bytes, lost) => files.PostAsync(caller, form.Post, form.Name, bytes, id, lost), ct) is var posted &&
            posted.Refusal is not null && await poster.FindPostedAsync(caller, form.Post, ct) is { } first
                ? first // the answer was lost, and this is the same once more
                : posted;
    }
}
