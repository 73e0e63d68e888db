using BlazorChat.Core;
using BlazorChat.Core.Files;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Files.Inspecting;
using BlazorChat.Web.Features.Files.Staging;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>Files that come in pieces, so that a lost connection costs only what was under way.</summary>
public sealed class Uploads(
    EventLog log, IDbContextFactory<ChatDb> databases, StagingArea staging, UploadTurns turns, UploadQuota quota,
    IOptions<UploadOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private static readonly Refusal WrongOffset = Refusal.Conflict(
        "wrong_offset", "The upload does not stand there: ask where it stands and go on from there.", "offset");

    private static readonly Refusal Superseded = Refusal.Conflict(
        "superseded", "The upload went on over another connection.");

    private static readonly Refusal TooMuch = Refusal.Invalid("body", "More came than was announced.");

    private static readonly Refusal Incomplete = Refusal.Conflict(
        "upload_incomplete", "The upload is not complete: ask where it stands and go on from there.", "upload_id");

    private static readonly Refusal NoSuchUpload = Refusal.Invalid(
        "upload_id", "There is no such upload, or it was given up: begin again.");

    public async Task<Result<UploadView>> AnnounceAsync(Caller caller, AnnounceUpload request, CancellationToken ct)
    {
        if (request.Size is not > 0)
            return Refusal.Invalid("size", "Say how many bytes will come, 1 at least.");
        if (request.Size > options.Value.UploadBytes)
            return Sizes.TooLarge(options.Value.UploadBytes);
        var reserved = await quota.ReserveAsync(caller.UserId, request.Size.Value, ct);
        if (reserved.Refusal is { } why)
            return why;
        using var _ = reserved.Value;
        var expiresAt = clock.GetUtcNow().Add(Lifetime).ToUnixTimeMilliseconds();
        var upload = Upload.Announce(caller.UserId, request.Size.Value, expiresAt);
        var announced = await log.AppendAsync<Done>((append, _) =>
        {
            append.Db.Uploads.Add(upload);
            return Task.FromResult<Result<Done>>(default(Done));
        });
        return announced.Refusal is { } refused ? refused : View(upload);
    }

    public async Task<Result<UploadView>> FindAsync(Caller caller, string id, CancellationToken ct) =>
        await FindOwnAsync(caller, id, ct) is { } upload ? View(upload) : Refusal.NotFound;

    /// <summary>Appends what comes, and keeps what came if it breaks off.</summary>
    public async Task<Result<UploadView>> ContinueAsync(Caller caller, string id, long? offset, Stream body, CancellationToken ct)
    {
        if (await FindOwnAsync(caller, id, ct) is not { } upload)
            return Refusal.NotFound;
        using var turn = await turns.TakeAsync(id, ct);
        // Whoever had the turn before may have ended the upload.
        if (await FindOwnAsync(caller, id, ct) is null)
            return Refusal.NotFound;
        try
        {
            await using var file = new FileStream(staging.PathOf(id), DataFolder.OwnersFile(FileMode.OpenOrCreate));
            if (offset != file.Length)
                return WrongOffset;
            file.Seek(0, SeekOrigin.End);
            if (await Incoming.CopyAsync(body, file, upload.Size - file.Length, turn.Lost) is null)
                return TooMuch;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Superseded;
        }
        return View(upload);
    }

    public async Task<Result<Done>> CancelAsync(Caller caller, string id, CancellationToken ct)
    {
        if (await FindOwnAsync(caller, id, ct) is null)
            return Refusal.NotFound;
        using var turn = await turns.TakeAsync(id, ct);
        return await ForgetAsync(id);
    }

    /// <summary>Deletes an upload and what came of it.</summary>
    internal async Task<Result<Done>> ForgetAsync(string id)
    {
        var forgotten = await log.AppendAsync<Done>(async (append, ct) =>
        {
            await append.Db.Uploads.Where(u => u.Id == id).ExecuteDeleteAsync(ct);
            return default(Done);
        });
        if (forgotten.Refusal is null)
            File.Delete(staging.PathOf(id));
        return forgotten;
    }

    /// <summary>Makes a message of an upload that is complete.</summary>
    /// <param name="caller">Whose upload it is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="post">Posts the bytes; its token says when to stop.</param>
    /// <param name="ct">Ends the waiting.</param>
    internal async Task<Result<PostResult>> PostAsync(
        Caller caller, string id, Func<StagedFile, CancellationToken, Task<Result<PostResult>>> post, CancellationToken ct)
    {
        using var turn = await turns.TakeAsync(id, ct);
        if (await FindOwnAsync(caller, id, ct) is not { } upload)
            return NoSuchUpload;
        if (View(upload).Offset != upload.Size)
            return Incomplete;
        try
        {
            var posted = await post(new StagedFile(staging.PathOf(id)), turn.Lost);
            if (posted is { Refusal: null, Value.IsNew: true })
                File.Delete(staging.PathOf(id));
            else if (posted.Refusal?.Code == VirusScanner.InfectedCode || !File.Exists(staging.PathOf(id)))
                await ForgetAsync(id); // no message comes of it
            return posted;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Superseded;
        }
    }

    private async Task<Upload?> FindOwnAsync(Caller caller, string id, CancellationToken ct)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Uploads.AsNoTracking()
            .SingleOrDefaultAsync(u => u.Id == id && u.UserId == caller.UserId && u.ExpiresAt > now, ct);
    }

    private UploadView View(Upload upload)
    {
        var file = new FileInfo(staging.PathOf(upload.Id));
        return new UploadView(upload.Id, file.Exists ? file.Length : 0, upload.Size, upload.ExpiresAt);
    }
}

/// <param name="Size">Bytes that will come.</param>
public sealed record AnnounceUpload([Needed] long? Size);

/// <summary>Where an upload stands.</summary>
/// <param name="UploadId">Its id.</param>
/// <param name="Offset">How many bytes are here.</param>
/// <param name="Size">How many there will be.</param>
/// <param name="ExpiresAt">When it is given up, Unix milliseconds.</param>
public sealed record UploadView(string UploadId, long Offset, long Size, long ExpiresAt);
