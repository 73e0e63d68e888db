using System.Buffers;

namespace BlazorChat.Web.Features.Files.Staging;

/// <summary>Copies incoming bytes up to a limit.</summary>
internal static class Incoming
{
    private const int PieceBytes = 64 * 1024;

    /// <returns>How many bytes came; null if there are more than <paramref name="atMost"/>. The rest is not read.</returns>
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
