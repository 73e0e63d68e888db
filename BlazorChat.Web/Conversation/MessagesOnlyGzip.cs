using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.IO.Pipelines;
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

    // Pages are gathered in pieces that are used again and again. In one large array each, they would stay in memory until everything
    // is collected.
    private static readonly PipeOptions Pieces = new(pauseWriterThreshold: 0, minimumSegmentSize: 16 * 1024, useSynchronizationContext: false);

    public static async Task CompressAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Accepts("gzip"))
        {
            await next(http);
            return;
        }
        var body = http.Response.Body;
        var gathered = new Pipe(Pieces);
        try
        {
            http.Response.Body = gathered.Writer.AsStream();
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
            await gathered.Writer.CompleteAsync();
        }
        var page = (await gathered.Reader.ReadAsync(http.RequestAborted)).Buffer;
        if (MessagesIn(page) is { } messages)
        {
            http.Response.Headers.ContentEncoding = "gzip";
            http.Response.Headers.Append("Vary", "Accept-Encoding");
            Compress(page, messages, http.Response.BodyWriter);
        }
        else
        {
            foreach (var piece in page)
                http.Response.BodyWriter.Write(piece.Span);
        }
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        await gathered.Reader.CompleteAsync();
    }

    /// <returns>The part of a page that has its messages; null for a page without messages.</returns>
    internal static ReadOnlySequence<byte>? MessagesIn(ReadOnlySequence<byte> page)
    {
        var reader = new SequenceReader<byte>(page);
        if (!reader.TryReadTo(out ReadOnlySequence<byte> _, "<chat-timeline"u8) ||
            !reader.TryReadTo(out ReadOnlySequence<byte> timeline, "</chat-timeline>"u8, advancePastDelimiter: false))
            return null;
        var inside = new SequenceReader<byte>(timeline);
        return inside.TryReadTo(out ReadOnlySequence<byte> _, "<div class=\"page\""u8, advancePastDelimiter: false) ? inside.UnreadSequence : null;
    }

    /// <param name="page">The whole page.</param>
    /// <param name="messages">The part of it that is compressed.</param>
    /// <param name="gzip">Where it is written to (RFC 1952).</param>
    internal static void Compress(ReadOnlySequence<byte> page, ReadOnlySequence<byte> messages, IBufferWriter<byte> gzip)
    {
        gzip.Write<byte>([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
        Store(gzip, page.Slice(page.Start, messages.Start));
        Deflate(gzip, messages);
        Store(gzip, page.Slice(messages.End));
        gzip.Write<byte>([1, 0, 0, 0xff, 0xff]); // the last block, empty
        var check = new Crc32();
        foreach (var piece in page)
            check.Append(piece.Span);
        Span<byte> end = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(end, check.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(end[4..], (uint)page.Length);
        gzip.Write(end);
    }

    private static void Store(IBufferWriter<byte> gzip, ReadOnlySequence<byte> bytes)
    {
        Span<byte> head = stackalloc byte[5];
        foreach (var piece in bytes)
            for (var rest = piece.Span; rest.Length > 0; rest = rest[Math.Min(rest.Length, LargestStored)..])
            {
                var length = (ushort)Math.Min(rest.Length, LargestStored);
                head[0] = 0;
                BinaryPrimitives.WriteUInt16LittleEndian(head[1..], length);
                BinaryPrimitives.WriteUInt16LittleEndian(head[3..], (ushort)~length);
                gzip.Write(head);
                gzip.Write(rest[..length]);
            }
    }

    // A compressor of its own knows nothing of what stands before. Flushed, it ends with a whole byte, so that another block can follow.
    private static void Deflate(IBufferWriter<byte> gzip, ReadOnlySequence<byte> messages)
    {
        using var blocks = new MemoryStream();
        using var deflate = new DeflateStream(blocks, CompressionLevel.Fastest, leaveOpen: true);
        foreach (var piece in messages)
            deflate.Write(piece.Span);
        deflate.Flush();
        gzip.Write(blocks.GetBuffer().AsSpan(0, (int)blocks.Length));
    }
}
