using System.Globalization;
using System.Text;

namespace BlazorChat.Core.Live;

/// <summary>An event as every stream carries it: encoded once, the same bytes queued to each subscription.</summary>
public sealed class ChatEvent
{
    /// <param name="audience">Whom it is for.</param>
    /// <param name="position">Its position in the log; null for events that are never replayed (typing, presence).</param>
    /// <param name="id">The cursor at that position.</param>
    /// <param name="name">The event's name; null for a new message, which is an unnamed event.</param>
    /// <param name="data">UTF-8 JSON without line breaks.</param>
    /// <param name="dataWithHtml">The same with <c>item_html</c>, for the page; null if there is no HTML.</param>
    public ChatEvent(Audience audience, long? position, string? id, string? name, byte[] data, byte[]? dataWithHtml = null)
    {
        Audience = audience;
        Position = position;
        Id = id;
        Name = name;
        Plain = new Encoded(id, name, data);
        WithHtml = dataWithHtml is null ? Plain : new Encoded(id, name, dataWithHtml);
    }

    public Audience Audience { get; }

    public long? Position { get; }

    public string? Id { get; }

    public string? Name { get; }

    public Encoded Plain { get; }

    public Encoded WithHtml { get; }

    public Encoded For(Subscriber subscriber) => subscriber.WantsHtml ? WithHtml : Plain;

    /// <summary>The bytes of an event in three forms, kept only once.</summary>
    public sealed class Encoded
    {
        private readonly int frameAt;
        private readonly int dataAt;
        private readonly int dataLength;

        internal Encoded(string? id, string? name, byte[] data)
        {
            var head = Encoding.UTF8.GetBytes(Head(id, name));
            var frameLength = head.Length + data.Length + FrameEnd.Length;
            var size = Encoding.ASCII.GetBytes(frameLength.ToString("X", CultureInfo.InvariantCulture));
            Chunk = [.. size, .. ChunkLineEnd, .. head, .. data, .. FrameEnd, .. ChunkLineEnd];
            frameAt = size.Length + ChunkLineEnd.Length;
            (dataAt, dataLength) = (frameAt + head.Length, data.Length);
        }

        /// <summary>The JSON alone.</summary>
        public ReadOnlyMemory<byte> Data => Chunk.AsMemory(dataAt, dataLength);

        /// <summary>The whole event as a stream carries it.</summary>
        public ReadOnlyMemory<byte> Frame => Chunk.AsMemory(frameAt..^ChunkLineEnd.Length);

        /// <summary>The frame as one chunk of an HTTP/1.1 response: https://www.rfc-editor.org/rfc/rfc9112#section-7.1</summary>
        public byte[] Chunk { get; }

        private static ReadOnlySpan<byte> FrameEnd => "\n\n"u8;

        private static ReadOnlySpan<byte> ChunkLineEnd => "\r\n"u8;

        // https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
        private static string Head(string? id, string? name) =>
            (id is null ? "" : $"id: {id}\n") + (name is null ? "" : $"event: {name}\n") + "data: ";
    }
}
