using System.Text.Json;

namespace BlazorChat.Tests.Features.Threads;

/// <summary>Replies in threads, as a program posts and reads them.</summary>
internal static class Threads
{
    /// <summary>Posts a reply that is to be accepted.</summary>
    public static async Task<MessageJson> ReplyAsync(this ChatClient client, MessageJson root, string text, bool alsoInRoom = false, string? clientId = null)
    {
        var sent = await client.TryReplyAsync(root.RoomId, root.Id, text, alsoInRoom, clientId);
        Assert.True(sent.Status == 201, sent.ToString());
        return sent.Message();
    }

    public static Task<Reply> TryReplyAsync(
        this ChatClient client, string room, string threadId, string text, bool alsoInRoom = false, string? clientId = null) =>
        client.PostAsync("/chat/messages", new { room_id = room, message = text, thread_id = threadId, also_in_room = alsoInRoom, client_id = clientId });

    public static async Task<ThreadPageJson> ThreadAsync(this ChatClient client, MessageJson root, string query = "")
    {
        var page = await client.GetAsync($"/chat/room/{root.RoomId}/threads/{root.Id}?{query}");
        Assert.True(page.Status == 200, page.ToString());
        return page.Read<ThreadPageJson>();
    }

    public static async Task<FollowedJson[]> FollowedAsync(this ChatClient client, string query = "")
    {
        var page = await client.GetAsync($"/chat/threads?{query}");
        Assert.True(page.Status == 200, page.ToString());
        return page.Read<FollowedPageJson>().Threads;
    }

    public static async Task FollowAsync(this ChatClient client, MessageJson root, bool follows = true) => Assert.Equal(
        204, (await client.SendAsync(follows ? HttpMethod.Put : HttpMethod.Delete, $"/chat/threads/{root.Id}/follow")).Status);

    public static async Task ReadThreadAsync(this ChatClient client, MessageJson root, MessageJson upTo) =>
        Assert.Equal(204, (await client.PostAsync($"/chat/threads/{root.Id}/read", new { message_id = upTo.Id })).Status);
}

public sealed record ThreadPageJson(MessageJson Root, MessageJson[] Messages, bool HasMore, bool Following, string? ReadUpTo, string Cursor)
{
    public string[] Texts => [.. Messages.Select(message => message.Text)];
}

public sealed record FollowedPageJson(FollowedJson[] Threads, bool HasMore);

public sealed record FollowedJson(MessageJson Root, ThreadJson Thread, int Unread, int Mentions, MessageJson LastReply);
