using BlazorChat.Web.Features.Files.Staging;
using BlazorChat.Web.Features.Files.Stores;

namespace BlazorChat.Web.Features.Files.Images;

/// <summary>Makes the thumbnail of a file in the store and stores it. It is stored completely or not at all.</summary>
public sealed class ThumbnailMaker(IFileStore store, StagingArea staging, HashLocks locks)
{
    /// <param name="sha256">The hash of the picture's bytes, 64 hexadecimal digits.</param>
    /// <param name="ct">Stops the work between two steps.</param>
    /// <returns>Whether there is a thumbnail now. There is none if these bytes cannot be decoded or are missing.</returns>
    public async Task<bool> MakeAsync(string sha256, CancellationToken ct)
    {
        await using var stored = await store.OpenAsync(StoreKey.File(sha256), ct);
        if (stored is null || stored.Length > PictureLimits.MaxLength)
            return false;
        // The decoder gets a file on disk: if it read from a stream and that failed, the whole process would end.
        using var copy = stored is FileStream ? null : await CopyAsync(stored, ct);
        return await MakeAsync(sha256, copy?.Path ?? ((FileStream)stored).Name, ct);
    }

    private async Task<bool> MakeAsync(string sha256, string picture, CancellationToken ct)
    {
        using var thumbnail = staging.NewFile();
        if (!await WriteAsync(picture, thumbnail, ct))
            return false;
        // If the file was deleted meanwhile, its thumbnail is deleted, too.
        await using var turn = await locks.TakeAsync([sha256], ct);
        await using var still = await store.OpenAsync(StoreKey.File(sha256), ct);
        if (still is null)
            return false;
        await store.PutAsync(StoreKey.Thumbnail(sha256), thumbnail.Path, ct);
        return true;
    }

    private static async Task<bool> WriteAsync(string picture, StagedFile thumbnail, CancellationToken ct)
    {
        using var webp = Draw(picture);
        if (webp is null)
            return false;
        await using var file = thumbnail.Create();
        await using var bytes = webp.AsStream();
        await bytes.CopyToAsync(file, ct);
        return true;
    }

    private static SkiaSharp.SKData? Draw(string picture)
    {
        using var file = PictureHeads.OpenFile(picture);
        return PictureHeads.Of(file) is { } head && PictureLimits.Allow(head, file.Length) ? SmallPicture.Of(picture, head) : null;
    }

    private async Task<StagedFile> CopyAsync(Stream stored, CancellationToken ct)
    {
        var copy = staging.NewFile();
        try
        {
            await using var file = copy.Create();
            await stored.CopyToAsync(file, ct);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }
}
