using BlazorChat.Core;
using BlazorChat.Core.Files;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Files.Images;
using BlazorChat.Web.Features.Files.Inspecting;
using BlazorChat.Web.Features.Files.Staging;
using BlazorChat.Web.Features.Files.Stores;
using BlazorChat.Web.Features.Messages;

namespace BlazorChat.Web.Features.Files.Posting;

/// <summary>
/// Shares a file in a room: inspects it, stores its bytes, then posts the message. The bytes are always there before the
/// message. If the message is refused, they are deleted.
/// </summary>
public sealed class FileCommands(
    Inspection inspection, IFileStore store, HashLocks locks, UnusedBytes unused, PostCommands poster,
    ThumbnailWorker thumbnails)
{
    // Another node may have deleted the bytes as unused.
    private static readonly Refusal LockLost =
        Refusal.Unavailable("The database was away for a moment while the file was stored. Try again.");

    /// <param name="caller">The sender.</param>
    /// <param name="post">The room, the caption and what else belongs to a message.</param>
    /// <param name="name">The file name that the sender gave.</param>
    /// <param name="came">The uploaded bytes; they may be moved.</param>
    /// <param name="uploadId">The upload that brought them, if any. It ends when the message is posted.</param>
    /// <param name="ct">Stops the inspection; once the bytes are stored, the message is posted.</param>
    public async Task<Result<PostResult>> PostAsync(
        Caller caller, PostMessage post, FileName name, StagedFile came, string? uploadId, CancellationToken ct)
    {
        var looked = await inspection.InspectAsync(came, ct);
        if (looked.Refusal is { } why)
            return why;
        using var file = looked.Value;
        await using var turn = await locks.TakeAsync(file.Content.Hashes, ct);
        var isUsed = false;
        try
        {
            await store.PutAsync(StoreKey.File(file.Content.Sha256), file.File.Path, ct);
            if (file.Original is { } original)
                await store.PutAsync(StoreKey.File(file.Content.Original!.Sha256), original.Path, ct);
            if (!await turn.AreStillHeldAsync(ct))
                return LockLost;
            var posted = await poster.PostAsync(caller, post, new NewFile(name, file.Content, uploadId), CancellationToken.None);
            isUsed = posted is { Refusal: null, Value.IsNew: true };
            if (isUsed && file.Content.Picture is not null)
                thumbnails.Order(file.Content.Sha256);
            return posted;
        }
        finally
        {
            if (!isUsed)
                await unused.DeleteAsync(turn, file.Content.Hashes, CancellationToken.None);
        }
    }
}
