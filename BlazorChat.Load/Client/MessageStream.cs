using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace BlazorChat.Load.Client;

/// <summary>What a stream said: a message, or something else that moves the cursor.</summary>
/// <param name="Name">The event's name; <c>message</c> for a message.</param>
/// <param name="Cursor">Where to come back; null if the event says nothing of it.</param>
/// <param name="Number">The message's place in the room.</param>
/// <param name="Text">What was said; of other events nothing.</param>
internal readonly record struct Heard(string Name, string? Cursor, long Number, string? Text);

/// <summary>Reads a room's stream with the framework's own parser.</summary>
internal static class MessageStream
{
    public static async IAsyncEnumerable<Heard> ReadAsync(
        HttpClient http, Uri node, string room, string? cursor, [EnumeratorCancellation] CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(node, $"/chat/room/{room}/events"));
        if (cursor is not null)
            request.Headers.Add("Last-Event-ID", cursor);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            throw new HttpRequestException("A stream is not to be had just now.", null, answer.StatusCode);
        if (!answer.IsSuccessStatusCode)
            throw new LoadException($"A stream was refused: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}");
        await using var body = await answer.Content.ReadAsStreamAsync(ct);
        var parser = SseParser.Create(body, Parse);
        await foreach (var item in parser.EnumerateAsync(ct))
            yield return new Heard(item.EventType, parser.LastEventId, item.Data.Number, item.Data.Text);
    }

    private static (long Number, string? Text) Parse(string eventType, ReadOnlySpan<byte> data)
    {
        if (eventType != SseParser.EventTypeDefault)
            return default;
        var (number, text) = (0L, (string?)null);
        var json = new Utf8JsonReader(data);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1)
                continue;
            if (json.ValueTextEquals("number"u8) && json.Read())
                number = json.GetInt64();
            else if (json.ValueTextEquals("text"u8) && json.Read())
                text = json.GetString();
        }
        return (number, text);
    }
}
