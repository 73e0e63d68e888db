using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Files.Staging;
using BlazorChat.Web.Features.Messages;

namespace BlazorChat.Web.Features.Files.Posting;

/// <summary>Takes in a form and makes a message of it: with the file that is in it, or with the upload that it names.</summary>
internal sealed class FileIntake(
    StagingArea staging, FileGate gate, PostCommands messages, FileCommands files, UploadPoster uploads)
{
    /// <param name="caller">Who sends it.</param>
    /// <param name="request">Its body is the form.</param>
    /// <param name="boundary">Of the form's parts.</param>
    /// <param name="ct">Ends the reading and the looking through; what has been stored is posted.</param>
    public async Task<Result<PostResult>> PostAsync(Caller caller, HttpRequest request, string boundary, CancellationToken ct)
    {
        var read = await new FileFormReader(request, caller, staging, gate, messages).ReadAsync(boundary, ct);
        if (read.Refusal is { } bad)
            return bad;
        using var form = read.Value;
        return form.Already is { } first ? first
            : await messages.FindFaultAsync(form.Post, ct) is { } fault ? fault
            : form.UploadId is { } uploadId ? await uploads.PostAsync(caller, uploadId, form, ct)
            : await files.PostAsync(caller, form.Post, form.Name, form.File, null, ct);
    }
}
