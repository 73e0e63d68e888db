using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Chat;

/// <summary>Signs in, posts, and follows a room for as long as it is asked to.</summary>
internal sealed class ChatClient(Uri address, string username, string password) : IDisposable
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly HttpClient http = new() { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    public async Task SignInAsync(CancellationToken ct)
    {
        using var answer = await http.PostAsJsonAsync("auth/token", new { username, password }, ct);
        await RefuseAsync(answer, ct);
        var tokens = await answer.Content.ReadFromJsonAsync<Tokens>(json, ct);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens!.AccessToken);
    }

    /// <summary>Posts a message. Its own id makes it harmless to try again: whatever happens on the way, it is posted once.</summary>
    public async Task SayAsync(string room, string text, CancellationToken ct)
    {
        var message = new { room_id = room, message = text, client_id = Guid.NewGuid().ToString("N") };
        for (var pause = Pause.First; ; pause = pause.Longer())
        {
            try
            {
                using var answer = await SendAsync(() => http.PostAsJsonAsync("chat/messages", message, ct), ct);
                if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
                {
                    await RefuseAsync(answer, ct);
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // The line is broken.
            }
            await Task.Delay(pause.Length, ct);
        }
    }

    /// <summary>
    /// The messages of a room from now on. When the line breaks it goes on after the last event: nothing is missed, nothing comes twice.
    /// </summary>
    public async IAsyncEnumerable<Message> ListenAsync(string room, [EnumeratorCancellation] CancellationToken ct)
    {
        var last = "";
        for (var pause = Pause.First; ; pause = pause.Longer())
        {
            await using var events = EventsAsync(room, last, ct).GetAsyncEnumerator(ct);
            while (await NextAsync(events) is { } item)
            {
                pause = Pause.First;
                last = item.EventId ?? last;
                if (item.EventType == "reset")
                    Console.Error.WriteLine("Too much was missed: load the history.");
                // A new message is an event without a name.
                else if (item.EventType == SseParser.EventTypeDefault)
                    yield return JsonSerializer.Deserialize<Message>(item.Data, json)!;
            }
            await Task.Delay(pause.Length, ct);
        }
    }

    public void Dispose() => http.Dispose();

    private async IAsyncEnumerable<SseItem<string>> EventsAsync(string room, string last, [EnumeratorCancellation] CancellationToken ct)
    {
        using var answer = await SendAsync(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"chat/room/{Uri.EscapeDataString(room)}/events");
            if (last.Length > 0)
                request.Headers.Add("Last-Event-ID", last);
            return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        }, ct);
        if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            yield break;
        await RefuseAsync(answer, ct);
        await using var stream = await answer.Content.ReadAsStreamAsync(ct);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(ct))
            yield return item;
    }

    // Null where the stream has ended or broken.
    private static async Task<SseItem<string>?> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        try
        {
            return await events.MoveNextAsync() ? events.Current : null;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return null;
        }
    }

    // A token that has expired is replaced, once.
    private async Task<HttpResponseMessage> SendAsync(Func<Task<HttpResponseMessage>> send, CancellationToken ct)
    {
        var answer = await send();
        if (answer.StatusCode != HttpStatusCode.Unauthorized)
            return answer;
        answer.Dispose();
        await SignInAsync(ct);
        return await send();
    }

    private static async Task RefuseAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        if (!answer.IsSuccessStatusCode)
            throw new ChatException((await answer.Content.ReadFromJsonAsync<Problem>(json, ct))?.Detail ?? $"The chat answered {answer.StatusCode}.");
    }

    private sealed record Tokens(string AccessToken);

    private sealed record Problem(string? Detail);
}

internal sealed record Message(string Id, string Username, string Text);

/// <summary>The chat refuses; the message says why, in its words.</summary>
internal sealed class ChatException(string message) : Exception(message);

/// <summary>How long to wait before the next try: longer each time, and not the same for all who lost the line together.</summary>
internal readonly record struct Pause(double Seconds)
{
    public static Pause First => new(1);

    public TimeSpan Length => TimeSpan.FromSeconds(Seconds * (0.5 + Random.Shared.NextDouble()));

    public Pause Longer() => new(Math.Min(Seconds * 2, 30));
}
