using System.Security.Cryptography;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Files.Images;
using BlazorChat.Web.Features.Files.Staging;
using BlazorChat.Web.Features.Files.Stores;
using BlazorChat.Web.Images;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Previews.Pictures;

/// <summary>Keeps the pictures of previews in our store, small and drawn once more: what came from elsewhere is never passed on.</summary>
public sealed class PreviewPictures(IFileStore store, StagingArea staging, IDbContextFactory<ChatDb> databases) : IDisposable
{
    /// <summary>The longest picture that is fetched. Bytes.</summary>
    public const int MaxLength = 4 * 1024 * 1024;

    private const int Side = 360;
    private const int SmallestSide = 48; // smaller ones count readers, or are icons
    private const int NameBytes = 32;

    // A picture takes up to 192 MB while it is decoded.
    private readonly SemaphoreSlim turn = new(1);

    /// <returns>The picture in the store; null if the bytes are no picture that we show.</returns>
    public async Task<PagePicture?> KeepAsync(byte[] picture, CancellationToken ct)
    {
        using var came = staging.NewFile();
        await using (var file = came.Create())
            await file.WriteAsync(picture, ct);
        using var small = staging.NewFile();
        if (await DrawAsync(came.Path, small, ct) is not var (width, height))
            return null;
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes));
        await store.PutAsync(StoreKey.Preview(name), small.Path, ct);
        return new PagePicture(name, width, height);
    }

    public Task<Stream?> OpenAsync(string name, CancellationToken ct) => store.OpenAsync(StoreKey.Preview(name), ct);

    public Task DeleteAsync(string name, CancellationToken ct) => store.DeleteAsync(StoreKey.Preview(name), ct);

    /// <summary>Deletes pictures that no page has: a crash left them. Only while none is being kept.</summary>
    public async Task SweepAsync(CancellationToken ct)
    {
        const int batchSize = 500;
        await foreach (var keys in store.ListAsync(StoreKey.Previews, ct).Chunk(batchSize).WithCancellation(ct))
        {
            string[] names = [.. keys.Select(key => key[StoreKey.Previews.Length..])];
            await using var db = await databases.CreateDbContextAsync(ct);
            var used = await db.Set<LinkedPage>().Where(page => page.Picture != null && names.Contains(page.Picture)).Select(page => page.Picture!).ToListAsync(ct);
            foreach (var name in names.Except(used))
                await DeleteAsync(name, ct);
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<(int Width, int Height)?> DrawAsync(string picture, StagedFile small, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            PictureHead? head;
            await using (var file = PictureHeads.OpenFile(picture))
                head = PictureHeads.Of(file) is { } read && PictureLimits.Allow(read, file.Length) ? read : null;
            if (head is null || Math.Min(head.Size.Width, head.Size.Height) < SmallestSide)
                return null;
            using var webp = SmallPicture.Of(picture, head, Side);
            if (webp is null)
                return null;
            await using (var file = small.Create())
            await using (var bytes = webp.AsStream())
                await bytes.CopyToAsync(file, ct);
            var size = Upright.Turn(SmallPicture.Scaled(head.Size, Side), head.Origin);
            return (size.Width, size.Height);
        }
        finally
        {
            turn.Release();
        }
    }
}
