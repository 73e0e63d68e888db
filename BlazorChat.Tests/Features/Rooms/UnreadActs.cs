using System.Text.Json;
using BlazorChat.Tests.Features.Threads;

namespace BlazorChat.Tests.Features.Rooms;

/// <summary>Does what the table of unread cases names.</summary>
internal sealed class UnreadActs
{
    private readonly ChatApp app;
    private readonly ChatClient me;
    private readonly ChatClient grace;
    private readonly string room;
    private readonly List<MessageJson> messages = [];
    private readonly List<MessageJson> replies = [];

    private UnreadActs(ChatApp app, ChatClient me, ChatClient grace, string room) => (this.app, this.me, this.grace, this.room) = (app, me, grace, room);

    /// <summary>The one for whom is counted.</summary>
    public ChatClient Me => me;

    /// <summary>Where all of it is said.</summary>
    public string Room => room;

    /// <summary>The message on which threads hang: the first one.</summary>
    public MessageJson Root => messages[0];

    /// <summary>Signs both people up, and makes the room of an example.</summary>
    public static async Task<UnreadActs> BeginAsync(ChatApp app, JsonElement example)
    {
        var (me, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        return new UnreadActs(app, me, grace, example.TryGetProperty("direct", out _) ? await grace.StartDirectAsync(me) : await grace.CreatePrivateRoomAsync(me));
    }

    /// <returns>The name of the event that tells it.</returns>
    public async Task<string> DoAsync(JsonElement act)
    {
        if (act.TryGetProperty("enter", out _))
        {
            Assert.Equal(204, (await app.Admin.PostAsync($"/chat/admin/rooms/{room}/enter")).Status);
            return "message";
        }
        var who = act.GetProperty("by").GetString() == "me" ? me : grace;
        if (act.TryGetProperty("say", out var text))
            messages.Add(await who.SayAsync(room, Written(text)));
        else if (act.TryGetProperty("edit", out var edited))
            Assert.Equal(200, (await who.EditAsync(Numbered(edited), Written(act.GetProperty("text")))).Status);
        else if (act.TryGetProperty("delete", out var deleted))
            Assert.Equal(204, (await who.DeleteAsync(Numbered(deleted))).Status);
        else if (act.TryGetProperty("reply", out var root))
            replies.Add((await who.PostAsync("/chat/messages", new
            {
                room_id = room,
                message = Written(act.GetProperty("text")),
                thread_id = Numbered(root).Id,
                also_in_room = act.TryGetProperty("alsoInRoom", out _),
            })).Message());
        else if (act.TryGetProperty("editReply", out var editedReply))
            Assert.Equal(200, (await who.EditAsync(Reply(editedReply), Written(act.GetProperty("text")))).Status);
        else if (act.TryGetProperty("deleteReply", out var deletedReply))
            Assert.Equal(204, (await who.DeleteAsync(Reply(deletedReply))).Status);
        else if (act.TryGetProperty("prefer", out var wish))
            Assert.Equal(204, (await who.PutAsync($"/chat/room/{room}/preferences", wish)).Status);
        else if (act.TryGetProperty("block", out var block))
            await (block.GetBoolean() ? me.BlockAsync(grace) : me.UnblockAsync(grace));
        else if (act.TryGetProperty("read", out var read))
            Assert.Equal(204, (await who.PostAsync($"/chat/room/{room}/read", new { message_id = Numbered(read).Id })).Status);
        else if (act.TryGetProperty("unread", out var unread))
            Assert.Equal(204, (await who.PostAsync($"/chat/room/{room}/unread", new { message_id = Numbered(unread).Id })).Status);
        else if (act.TryGetProperty("readReply", out var readReply))
            await who.ReadThreadAsync(Root, Reply(readReply));
        else if (act.TryGetProperty("unreadReply", out var unreadReply))
            Assert.Equal(204, (await who.PostAsync($"/chat/threads/{Root.Id}/unread", new { message_id = Reply(unreadReply).Id })).Status);
        else if (act.TryGetProperty("follow", out var follow))
            await who.FollowAsync(Root, follow.GetBoolean());
        return act.EnumerateObject().Select(part => Told(part.Name)).OfType<string>().Single();
    }

    private static string? Told(string act) => act switch
    {
        "say" or "reply" => "message",
        "edit" or "editReply" => "message_edited",
        "delete" or "deleteReply" => "message_deleted",
        "prefer" => "preferences",
        "block" => "block",
        "read" or "unread" => "read",
        "readReply" => "thread_read",
        "follow" or "unreadReply" => "thread_followed",
        _ => null,
    };

    private MessageJson Numbered(JsonElement number) => messages.Single(message => message.Number == number.GetInt64());

    private MessageJson Reply(JsonElement nth) => replies[nth.GetInt32() - 1];

    private string Written(JsonElement text) => text.GetString()!
        .Replace("@me", $"@{me.Username}", StringComparison.Ordinal).Replace("@grace", $"@{grace.Username}", StringComparison.Ordinal);
}
