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
/// Puts a file into a room: looks it through, stores its bytes, then posts the message. The message is never there without
/// them; bytes whose message was refused are deleted again.
/// </summary>
public sealed class FileCommands(
    Inspection inspection, IFileStore store, HashLocks locks, UnusedBytes unused, PostCommands poster,
    ThumbnailWorker thumbnails)
{
    /// <param name="caller">Who shares it.</param>
    /// <param name="post">The room, the caption and what else belongs to a message.</param>
    /// <param name="name">What they call it.</param>
    /// <param name="came">The bytes; they may be moved away.</param>
    /// <param name="uploadId">The upload they came by, if by one: it ends with the message.</param>
    /// <param name="ct">Ends the looking through; what has been stored is posted.</param>
    public async Task<Result<PostResult>> PostAsync(
        Caller caller, PostMessage post, FileName name, StagedFile came, string? uploadId, CancellationToken ct)
    {
        var looked = await inspection.InspectAsync(came, ct);
        if (looked.Refusal is { } why)
            return why;
        using var file = looked.Value;
        using var turn = await locks.TakeAsync(file.Content.Hashes, ct);
        var isUsed = false;
        try
        {
            await store.PutAsync(StoreKey.File(file.Content.Sha256), file.File.Path, ct);
            if (file.Original is { } original)
                await store.PutAsync(StoreKey.File(file.Content.Original!.Sha256), original.Path, ct);
            var posted = await poster.PostAsync(caller, post, new NewFile(name, file.Content, uploadId), CancellationToken.None);
            isUsed = posted is { Refusal: null, Value.IsNew: true };
            if (isUsed && file.Content.Picture is not null)
                thumbnails.Order(file.Content.Sha256);
            return posted;
        }
        finally
        {
            if (!isUsed)
                await unused.DeleteLockedAsync(file.Content.Hashes, CancellationToken.None);
        }
    }
}
