using System.Buffers;

namespace BlazorChat.Web.Features.Files.Staging;

/// <summary>Takes in bytes piece by piece, as many as are allowed.</summary>
internal static class Incoming
{
    private const int PieceBytes = 64 * 1024;

    /// <returns>How many bytes came; null: more than <paramref name="atMost"/>, and the rest is left.</returns>
    public static async Task<long?> CopyAsync(Stream from, Stream to, long atMost, CancellationToken ct)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            for (long copied = 0; ;)
            {
                var read = await from.ReadAsync(piece, ct);
                if (read == 0)
                    return copied;
                if ((copied += read) > atMost)
                    return null;
                await to.WriteAsync(piece.AsMemory(0, read), ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
