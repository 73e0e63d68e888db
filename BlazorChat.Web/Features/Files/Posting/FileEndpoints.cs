using System.Net.Mime;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Files.Uploading;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Files.Posting;

/// <summary><c>POST /chat/files</c>: posts a file as a message.</summary>
internal static class FileEndpoints
{
    public static void MapFilePosting(this IEndpointRouteBuilder chat) =>
        chat.MapPost("/files", Post).Accepts<FileFields>(MediaTypeNames.Multipart.FormData).DisableAntiforgery()
            .RequireRateLimiting(RateLimits.Posting).Produces<Sent>(StatusCodes.Status201Created).Produces<Sent>().WithTags("Files")
            .WithSummary("Posts a file, or a finished upload, as a message.").Refuses(403, "silenced", "blocked", "gone").Refuses(404).Refuses(400, "infected").Refuses(408).Refuses(409, "client_id_used", "message_deleted", "upload_incomplete").Refuses(413, "too_large", "quota_exceeded").Refuses(503, "unavailable", "scanner_unavailable").Refuses(507);

    private static async Task<IResult> Post(
        HttpRequest request, Caller caller, FileIntake intake, IOptions<JsonOptions> json, CancellationToken ct)
    {
        if (FileFormReader.BoundaryOf(request) is not { } boundary)
            return Problems.Of(StatusCodes.Status415UnsupportedMediaType, "wrong_type", "Send the file as multipart/form-data.");
        UploadBody.Expect(request.HttpContext);
        return MessageEndpoints.Confirm(await intake.PostAsync(caller, request, boundary, ct), json.Value);
    }
}

/// <summary>The form of a file, for the OpenAPI document: <see cref="FileFormReader"/> reads it as it comes.</summary>
/// <param name="File">The file; or instead of it an upload.</param>
/// <param name="UploadId">A finished upload.</param>
/// <param name="FileName">The name of what was uploaded.</param>
/// <param name="Message">A text to go with it.</param>
/// <param name="ClientId">The author's own name for the message, 1 to 64 characters: posting it again is harmless.</param>
/// <param name="ReplyTo">The id of a message in the same room.</param>
internal sealed record FileFields(
    [Needed] string? RoomId, IFormFile? File, string? UploadId, string? FileName, string? Message, string? ClientId, string? ReplyTo);
