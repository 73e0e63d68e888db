using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Files.Inspecting;
using BlazorChat.Web.Features.Files.Uploading;
using BlazorChat.Web.Features.Messages;

namespace BlazorChat.Web.Features.Files.Posting;

/// <summary>Posts a complete upload as a message.</summary>
internal sealed class UploadPoster(
    StartedUploads started, IUploadBytes bytes, UploadTurns turns, FileCommands files, PostCommands messages)
{
    private static readonly Refusal Incomplete = Refusal.Conflict(
        "upload_incomplete", "The upload is not complete: ask where it stands and go on from there.", "upload_id");

    private static readonly Refusal NoSuchUpload = Refusal.Invalid(
        "upload_id", "There is no such upload, or it was given up: begin again.");

    /// <param name="caller">The owner of the upload.</param>
    /// <param name="id">The upload's id.</param>
    /// <param name="form">The other fields of the message.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<Result<PostResult>> PostAsync(Caller caller, string id, FileForm form, CancellationToken ct)
    {
        var posted = await PostOnceAsync(caller, id, form, ct);
        return posted.Refusal is not null && await messages.FindPostedAsync(caller, form.Post, ct) is { } first
            ? first // a retry, because the first answer was lost
            : posted;
    }

    private async Task<Result<PostResult>> PostOnceAsync(Caller caller, string id, FileForm form, CancellationToken ct)
    {
        using var turn = await turns.TakeAsync(id, ct);
        if (await started.FindAsync(caller, id, ct) is not { } upload)
            return NoSuchUpload;
        if (await bytes.ArrivedAsync(id, ct) != upload.Size)
            return Incomplete;
        try
        {
            using var whole = await bytes.OpenAsync(id, turn.Lost);
            var posted = await files.PostAsync(caller, form.Post, form.Name, whole.File, id, turn.Lost);
            if (posted is { Refusal: null, Value.IsNew: true })
                await bytes.DeleteAsync(id, CancellationToken.None);
            else if (posted.Refusal?.Code == VirusScanner.InfectedCode || await bytes.ArrivedAsync(id, ct) != upload.Size)
                await started.ForgetAsync(id); // it will never become a message
            return posted;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return UploadRefusals.Superseded;
        }
    }
}
