using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace BlazorChat.Tests.Support;

/// <summary>A program that uses the chat in someone's name.</summary>
public sealed class ChatClient(HttpClient http, string? refreshToken = null)
{
    public HttpClient Http => http;

    public string UserId { get; private set; } = "";

    public string Username { get; private set; } = "";

    public string RefreshToken => refreshToken!;

    public string AccessToken => http.DefaultRequestHeaders.Authorization!.Parameter!;

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Reply> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<Reply> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<Reply> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<Reply> DeleteAsync(string path, object? body = null) => SendAsync(HttpMethod.Delete, path, body);

    public async Task<Reply> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body));
        return await SendAsync(request);
    }

    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        var response = await http.SendAsync(request);
        return new Reply(response, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Asks who this is.</summary>
    internal async Task IntroduceAsync()
    {
        var me = await GetAsync("/auth/me");
        Assert.Equal(200, me.Status);
        (UserId, Username) = (me["user_id"].GetString()!, me["username"].GetString()!);
    }

    /// <summary>Makes a public room, or a private one with these members. Returns its id.</summary>
    public async Task<string> CreateRoomAsync(string kind = "public", params ChatClient[] members)
    {
        var id = kind == "public" ? "room-" + Guid.NewGuid().ToString("N")[..12] : null;
        var created = await PostAsync("/chat/rooms", new { name = "Engine room", kind, id });
        Assert.Equal(201, created.Status);
        var room = created["id"].GetString()!;
        foreach (var member in members)
            await SetMemberAsync(room, member, "member");
        return room;
    }

    public Task<string> CreatePrivateRoomAsync(params ChatClient[] members) => CreateRoomAsync("private", members);

    /// <summary>Begins a direct conversation, or finds the one there is. Returns its id.</summary>
    public async Task<string> StartDirectAsync(ChatClient other)
    {
        var started = await PostAsync("/chat/direct", new { user_id = other.UserId });
        Assert.True(started.Status is 200 or 201, started.ToString());
        return started["id"].GetString()!;
    }

    public async Task BlockAsync(ChatClient other) =>
        Assert.Equal(204, (await PutAsync($"/chat/blocks/{other.UserId}", new { })).Status);

    public async Task UnblockAsync(ChatClient other) =>
        Assert.Equal(204, (await DeleteAsync($"/chat/blocks/{other.UserId}")).Status);

    public async Task SetMemberAsync(string room, ChatClient member, string role) =>
        Assert.Equal(204, (await PutAsync($"/chat/room/{room}/members/{member.UserId}", new { role })).Status);

    public async Task RemoveMemberAsync(string room, ChatClient member) =>
        Assert.Equal(204, (await DeleteAsync($"/chat/room/{room}/members/{member.UserId}")).Status);

    /// <summary>Posts a message that is to be accepted.</summary>
    public async Task<MessageJson> SayAsync(string room, string message, string? clientId = null, string? replyTo = null)
    {
        var sent = await TrySayAsync(room, message, clientId, replyTo);
        Assert.Equal(201, sent.Status);
        return sent.Message();
    }

    public Task<Reply> TrySayAsync(string room, string? message, string? clientId = null, string? replyTo = null) =>
        PostAsync("/chat/messages", new { room_id = room, message, client_id = clientId, reply_to = replyTo });

    public Task<Reply> EditAsync(MessageJson message, string text) =>
        PatchAsync($"/chat/messages/{message.Id}", new { message = text });

    public Task<Reply> DeleteAsync(MessageJson message) => DeleteAsync($"/chat/messages/{message.Id}");

    public Task<Reply> ReactAsync(MessageJson message, string reaction) =>
        PostAsync("/chat/reactions", new { message_id = message.Id, reaction });

    public Task<Reply> UnreactAsync(MessageJson message, string reaction) =>
        DeleteAsync("/chat/reactions", new { message_id = message.Id, reaction });

    /// <param name="query">Without the question mark.</param>
    public async Task<HistoryJson> HistoryAsync(string room, string query = "")
    {
        var history = await GetAsync($"/chat/room/{room}/history?{query}");
        Assert.Equal(200, history.Status);
        return history.Read<HistoryJson>();
    }

    /// <summary>Opens a stream and reads up to its greeting.</summary>
    /// <param name="room">One room's stream; null: the stream over all of mine.</param>
    /// <param name="cursor">Where to start, by <c>?cursor=</c>.</param>
    /// <param name="lastEventId">Where to start, by the header.</param>
    public async Task<Listener> OpenStreamAsync(string? room = null, string? cursor = null, string? lastEventId = null)
    {
        var path = room is null ? "/chat/events" : $"/chat/room/{room}/events";
        var stream = await OpenStreamAtAsync(cursor is null ? path : $"{path}?cursor={Uri.EscapeDataString(cursor)}", lastEventId);
        await stream.GreetAsync();
        return stream;
    }

    /// <summary>Opens a stream and has read nothing of it but the head.</summary>
    public async Task<Listener> OpenStreamAtAsync(string path, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        return new Listener(response, await response.Content.ReadAsStreamAsync());
    }
}

public static class Replies
{
    /// <summary>The message in the answer to a post.</summary>
    public static MessageJson Message(this Reply reply) =>
        System.Text.Json.JsonSerializer.Deserialize<MessageJson>(reply["message"], Snake.Case)!;
}
