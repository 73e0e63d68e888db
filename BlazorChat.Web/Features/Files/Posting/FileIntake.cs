using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Files.Staging;
using BlazorChat.Web.Features.Messages;

namespace BlazorChat.Web.Features.Files.Posting;

/// <summary>
/// Reads a form and posts its file as a message. The file is in the form itself, or is an upload that the form names.
/// </summary>
internal sealed class FileIntake(
    StagingArea staging, FileGate gate, PostCommands messages, FileCommands files, UploadPoster uploads)
{
    /// <param name="caller">The sender.</param>
    /// <param name="request">The request with the form.</param>
    /// <param name="boundary">The boundary of the form's parts.</param>
    /// <param name="ct">Stops reading and inspecting; once the bytes are stored, the message is posted.</param>
    public async Task<Result<PostResult>> PostAsync(Caller caller, HttpRequest request, string boundary, CancellationToken ct)
    {
        var read = await new FileFormReader(request, caller, staging, gate, messages).ReadAsync(boundary, ct);
        if (read.Refusal is { } bad)
            return bad;
        await using var form = read.Value;
        return form.Already is { } first ? first
            : await messages.FindFaultAsync(form.Post, ct) is { } fault ? fault
            : form.UploadId is { } uploadId ? await uploads.PostAsync(caller, uploadId, form, ct)
            : await files.PostAsync(caller, form.Post, form.Name, form.File, null, ct);
    }
}
