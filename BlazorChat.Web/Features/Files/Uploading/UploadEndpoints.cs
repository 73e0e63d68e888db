using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>
/// Uploads in pieces: starting, continuing, checking and cancelling them. <c>POST /chat/files</c> posts a complete one.
/// </summary>
internal static class UploadEndpoints
{
    public static void MapUploads(this IEndpointRouteBuilder chat)
    {
        var uploads = chat.MapGroup("/uploads").RequireRateLimiting(RateLimits.Signals).WithTags("Files");
        uploads.MapPost("/", Announce).Produces<UploadView>(StatusCodes.Status201Created)
            .WithSummary("Begins an upload in pieces.").Refuses(413, "too_large", "quota_exceeded");
        uploads.MapGet("/{id}", Find).Produces<UploadView>()
            .WithSummary("How much of an upload has arrived.");
        uploads.MapPatch("/{id}", Continue).Accepts<byte[]>("application/octet-stream").Produces<UploadView>()
            .WithSummary("Sends the next piece.").Refuses(408).Refuses(409, "wrong_offset", "superseded").Refuses(507);
        uploads.MapDelete("/{id}", Cancel).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Gives an upload up.");
    }

    private static async Task<IResult> Announce(
        AnnounceUpload request, Caller caller, UploadCommands uploads, HttpRequest http, CancellationToken ct)
    {
        var announced = await uploads.AnnounceAsync(caller, request, ct);
        return announced.Refusal is { } why
            ? Problems.For(why)
            : TypedResults.Created(http.PathBase + "/chat/uploads/" + announced.Value.UploadId, announced.Value);
    }

    private static async Task<IResult> Find(string id, Caller caller, UploadCommands uploads, CancellationToken ct) =>
        Answers.Ok(await uploads.FindAsync(caller, id, ct));

    private static async Task<IResult> Continue(
        string id, long? offset, HttpRequest request, Caller caller, UploadCommands uploads, CancellationToken ct)
    {
        UploadBody.Expect(request.HttpContext);
        return Answers.Ok(await uploads.ContinueAsync(caller, id, offset, request.Body, ct));
    }

    private static async Task<IResult> Cancel(string id, Caller caller, UploadCommands uploads, CancellationToken ct) =>
        Answers.NoContent(await uploads.CancelAsync(caller, id, ct));
}
