using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using BlazorChat.Web.Bundles;

namespace BlazorChat.Web.Conversation;

/// <summary>
/// Compresses a room's messages in its page and nothing else. Who can write in the room can also read it, so how well their text is
/// compressed tells them nothing that they do not know. Around the messages are other rooms' names, tokens and what describes the
/// islands: beside a text that somebody else chose, the length of the whole would betray these bit by bit (BREACH). So they stand in
/// the compressed stream as they are.
/// </summary>
internal static class MessagesOnlyGzip
{
    private const int LargestStored = ushort.MaxValue;

    public static async Task CompressAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Accepts("gzip"))
        {
            await next(http);
            return;
        }
        var body = http.Response.Body;
        using var page = new MemoryStream();
        http.Response.Body = page;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }
        if (Compress(page.GetBuffer().AsSpan(0, (int)page.Length)) is not { } compressed)
        {
            await body.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length), http.RequestAborted);
            return;
        }
        http.Response.Headers.ContentEncoding = "gzip";
        http.Response.Headers.Append("Vary", "Accept-Encoding");
        http.Response.ContentLength = compressed.Length;
        await body.WriteAsync(compressed, http.RequestAborted);
    }

    /// <returns>Null for a page without messages.</returns>
    internal static byte[]? Compress(ReadOnlySpan<byte> page)
    {
        var timeline = page.IndexOf("<chat-timeline"u8);
        var begin = timeline < 0 ? -1 : page[timeline..].IndexOf("<div class=\"page\""u8);
        var end = begin < 0 ? -1 : page[timeline..].IndexOf("</chat-timeline>"u8);
        if (end < begin || begin < 0)
            return null;
        using var gzip = new MemoryStream();
        gzip.Write([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
        Store(gzip, page[..(timeline + begin)]);
        Deflate(gzip, page[(timeline + begin)..(timeline + end)]);
        Store(gzip, page[(timeline + end)..]);
        gzip.Write([1, 0, 0, 0xff, 0xff]); // the last block, empty
        Span<byte> check = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(check, Crc32.HashToUInt32(page));
        BinaryPrimitives.WriteInt32LittleEndian(check[4..], page.Length);
        gzip.Write(check);
        return gzip.ToArray();
    }

    private static void Store(MemoryStream gzip, ReadOnlySpan<byte> bytes)
    {
        Span<byte> head = stackalloc byte[5];
        for (; bytes.Length > 0; bytes = bytes[Math.Min(bytes.Length, LargestStored)..])
        {
            var length = (ushort)Math.Min(bytes.Length, LargestStored);
            head[0] = 0;
            BinaryPrimitives.WriteUInt16LittleEndian(head[1..], length);
            BinaryPrimitives.WriteUInt16LittleEndian(head[3..], (ushort)~length);
            gzip.Write(head);
            gzip.Write(bytes[..length]);
        }
    }

    // A compressor of its own knows nothing of what stands before. Flushed, it ends with a whole byte, so that another block can follow.
    private static void Deflate(MemoryStream gzip, ReadOnlySpan<byte> messages)
    {
        using var blocks = new MemoryStream();
        using var deflate = new DeflateStream(blocks, CompressionLevel.Fastest, leaveOpen: true);
        deflate.Write(messages);
        deflate.Flush();
        gzip.Write(blocks.GetBuffer(), 0, (int)blocks.Length);
    }
}
