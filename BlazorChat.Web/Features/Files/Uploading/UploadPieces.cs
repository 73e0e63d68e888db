using System.Buffers;
using System.Security.Cryptography;
using BlazorChat.Core;
using BlazorChat.Core.Files;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Files.Staging;
using BlazorChat.Web.Features.Files.Stores;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>
/// An upload as pieces in the store, which every node reaches. A piece counts once its row is written, and that is refused
/// unless it begins where the last one ends: so there are neither holes nor overlaps, whichever nodes the pieces came to.
/// </summary>
internal sealed class UploadPieces(
    LogWriter log, IFileStore store, StagingArea staging, IDbContextFactory<ChatDb> databases) : IUploadBytes
{
    // A node that dies costs at most so much of what was sent to it. Bytes.
    private const int PieceBytes = 8 * 1024 * 1024;
    private const int BufferBytes = 64 * 1024;
    private const int NameBytes = 16;

    public async Task<long> ArrivedAsync(string id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await ArrivedAsync(db, id, ct);
    }

    public async Task<Refusal?> AppendAsync(Upload upload, long? offset, Stream body, CancellationToken ct)
    {
        var at = await ArrivedAsync(upload.Id, ct);
        if (offset != at)
            return UploadRefusals.WrongOffset;
        while (at < upload.Size)
        {
            using var piece = staging.NewFile();
            var (isEnd, length, refused) = (false, 0L, (Refusal?)null);
            await using (var file = piece.Create())
            {
                try
                {
                    isEnd = await ReceiveAsync(body, file, Math.Min(PieceBytes, upload.Size - at), ct);
                }
                finally
                {
                    length = file.Length;
                    await file.DisposeAsync();
                    refused = await KeepAsync(upload.Id, at, length, piece); // also what came before the request broke off
                }
            }
            if (refused is not null || isEnd)
                return refused;
            at += length;
        }
        return await body.ReadAsync(new byte[1], ct) == 0 ? null : UploadRefusals.TooMuch;
    }

    public async Task<WholeUpload> OpenAsync(string id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var names = await db.Set<UploadPiece>().Where(p => p.UploadId == id).OrderBy(p => p.Offset).Select(p => p.Name).ToListAsync(ct);
        var whole = new WholeUpload(staging.NewFile(), IsCopy: true);
        try
        {
            await using var file = whole.File.Create();
            foreach (var name in names)
            {
                await using var piece = await store.OpenAsync(StoreKey.Piece(id, name), ct)
                    ?? throw new FileStoreException("A piece of an upload is missing in the store.");
                await piece.CopyToAsync(file, ct);
            }
            return whole;
        }
        catch
        {
            whole.Dispose();
            throw;
        }
    }

    public async Task DeleteAsync(string id, CancellationToken ct)
    {
        await foreach (var key in store.ListAsync(StoreKey.PiecesOf(id), ct))
            await store.DeleteAsync(key, ct);
    }

    public async Task<IReadOnlyCollection<string>> IdsAsync(CancellationToken ct)
    {
        HashSet<string> ids = [];
        await foreach (var key in store.ListAsync(StoreKey.Pieces, ct))
            ids.Add(StoreKey.UploadOf(key));
        return ids;
    }

    private static Task<long> ArrivedAsync(ChatDb db, string id, CancellationToken ct) =>
        db.Set<UploadPiece>().Where(p => p.UploadId == id).SumAsync(p => p.Length, ct);

    /// <returns>Whether the body ended.</returns>
    private static async Task<bool> ReceiveAsync(Stream body, Stream into, long atMost, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            for (var left = atMost; left > 0;)
            {
                var read = await body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), ct);
                if (read == 0)
                    return true;
                await into.WriteAsync(buffer.AsMemory(0, read), ct);
                left -= read;
            }
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<Refusal?> KeepAsync(string id, long offset, long length, StagedFile piece)
    {
        if (length == 0)
            return null;
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes));
        await store.PutAsync(StoreKey.Piece(id, name), piece.Path, CancellationToken.None);
        var kept = await log.AppendAsync<Done>(async (append, ct) =>
        {
            if (!await append.Db.Uploads.AnyAsync(u => u.Id == id, ct))
                return Refusal.NotFound;
            if (await ArrivedAsync(append.Db, id, ct) != offset)
                return UploadRefusals.Superseded;
            append.Db.Add(new UploadPiece { UploadId = id, Offset = offset, Length = length, Name = name });
            return default(Done);
        });
        if (kept.Refusal is not null)
            await store.DeleteAsync(StoreKey.Piece(id, name), CancellationToken.None);
        return kept.Refusal;
    }
}
