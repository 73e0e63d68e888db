using System.Text;

namespace BlazorChat.Core.Live;

/// <summary>An event as every stream carries it: encoded once, the same bytes queued to each subscription.</summary>
public sealed class ChatEvent
{
    /// <param name="audience">Whom it is for.</param>
    /// <param name="position">Its place in the log; null for what is never replayed (typing, presence).</param>
    /// <param name="id">The cursor at that position.</param>
    /// <param name="name">The event's name; null for a new message, which is an unnamed event.</param>
    /// <param name="data">UTF-8 JSON without line breaks.</param>
    /// <param name="dataWithHtml">The same with <c>item_html</c>, for the page; null where there is none.</param>
    public ChatEvent(Audience audience, long? position, string? id, string? name, byte[] data, byte[]? dataWithHtml = null)
    {
        Audience = audience;
        Position = position;
        Id = id;
        Name = name;
        Plain = new Encoded(data, Frame(id, name, data));
        WithHtml = dataWithHtml is null ? Plain : new Encoded(dataWithHtml, Frame(id, name, dataWithHtml));
    }

    public Audience Audience { get; }

    public long? Position { get; }

    public string? Id { get; }

    public string? Name { get; }

    public Encoded Plain { get; }

    public Encoded WithHtml { get; }

    public Encoded For(Subscriber subscriber) => subscriber.WantsHtml ? WithHtml : Plain;

    // https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
    private static byte[] Frame(string? id, string? name, byte[] data)
    {
        var head = new StringBuilder();
        if (id is not null)
            head.Append("id: ").Append(id).Append('\n');
        if (name is not null)
            head.Append("event: ").Append(name).Append('\n');
        head.Append("data: ");
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. data, (byte)'\n', (byte)'\n'];
    }

    /// <param name="Data">The JSON alone.</param>
    /// <param name="Frame">The whole event as it goes down a stream.</param>
    public sealed record Encoded(byte[] Data, byte[] Frame);
}
