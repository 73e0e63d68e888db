using BlazorChat.Core;
using BlazorChat.Core.Files;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Hosting;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>Uploads in pieces, so that a lost connection costs only the piece that was being sent.</summary>
public sealed class UploadCommands(
    StartedUploads started, IUploadBytes bytes, UploadTurns turns, UploadQuota quota, IOptions<UploadOptions> options)
{
    public async Task<Result<UploadView>> AnnounceAsync(Caller caller, AnnounceUpload request, CancellationToken ct)
    {
        if (request.Size is not > 0)
            return Refusal.Invalid("size", "Say how many bytes will come, 1 at least.");
        if (request.Size > options.Value.UploadBytes)
            return Sizes.TooLarge(options.Value.UploadBytes);
        var reserved = await quota.ReserveAsync(caller.UserId, request.Size.Value, ct);
        if (reserved.Refusal is { } why)
            return why;
        await using var _ = reserved.Value;
        var announced = await started.AddAsync(caller, request.Size.Value);
        return announced.Refusal is { } refused ? refused : await ViewAsync(announced.Value, ct);
    }

    public async Task<Result<UploadView>> FindAsync(Caller caller, string id, CancellationToken ct) =>
        await started.FindAsync(caller, id, ct) is { } upload ? await ViewAsync(upload, ct) : Refusal.NotFound;

    /// <summary>Appends the bytes of a request, and keeps those that came if it breaks off.</summary>
    public async Task<Result<UploadView>> ContinueAsync(Caller caller, string id, long? offset, Stream body, CancellationToken ct)
    {
        if (await started.FindAsync(caller, id, ct) is not { } upload)
            return Refusal.NotFound;
        using var turn = await turns.TakeAsync(id, ct);
        // The previous request for this upload may have ended it.
        if (await started.FindAsync(caller, id, ct) is null)
            return Refusal.NotFound;
        try
        {
            if (await bytes.AppendAsync(upload, offset, body, turn.Lost) is { } why)
                return why;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return UploadRefusals.Superseded;
        }
        return await ViewAsync(upload, ct);
    }

    public async Task<Result<Done>> CancelAsync(Caller caller, string id, CancellationToken ct)
    {
        if (await started.FindAsync(caller, id, ct) is null)
            return Refusal.NotFound;
        using var turn = await turns.TakeAsync(id, ct);
        return await started.ForgetAsync(id);
    }

    private async Task<UploadView> ViewAsync(Upload upload, CancellationToken ct) =>
        new(upload.Id, await bytes.ArrivedAsync(upload.Id, ct), upload.Size, upload.ExpiresAt);
}

/// <param name="Size">The file's size in bytes.</param>
public sealed record AnnounceUpload([Needed] long? Size);

/// <summary>The state of an upload.</summary>
/// <param name="UploadId">Its id.</param>
/// <param name="Offset">How many bytes have come.</param>
/// <param name="Size">The file's size in bytes.</param>
/// <param name="ExpiresAt">When it expires, Unix milliseconds.</param>
public sealed record UploadView(string UploadId, long Offset, long Size, long ExpiresAt);
