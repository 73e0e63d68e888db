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
        chat.MapPost("/files", Post).Accepts<IFormFile>("multipart/form-data").DisableAntiforgery()
            .RequireRateLimiting(RateLimits.Posting).Produces<Sent>(StatusCodes.Status201Created).Produces<Sent>().WithTags("Files");

    private static async Task<IResult> Post(
        HttpRequest request, Caller caller, FileIntake intake, IOptions<JsonOptions> json, CancellationToken ct)
    {
        if (FileFormReader.BoundaryOf(request) is not { } boundary)
            return Problems.Of(StatusCodes.Status415UnsupportedMediaType, "wrong_type", "Send the file as multipart/form-data.");
        UploadBody.Expect(request.HttpContext);
        return MessageEndpoints.Confirm(await intake.PostAsync(caller, request, boundary, ct), json.Value);
    }
}
