using System.Collections.Concurrent;

namespace BlazorChat.Tests.Fire.Model;

/// <summary>Three people in rooms of their own, and those who read along.</summary>
public sealed class World : IAsyncDisposable
{
    private static readonly string[] Emoji = ["👍", "🎉", "❤️"];

    private readonly ChatClient[] people;
    private readonly ConcurrentQueue<string> rooms = [];
    private readonly ConcurrentQueue<MessageJson> messages = [];
    private readonly ConcurrentQueue<Follower> followers = [];

    // The messages that have, or had, a thread. One whose replies are all deleted says nothing of it.
    private readonly ConcurrentDictionary<string, bool> roots = [];

    private readonly Site? site;

    private World(ChatClient[] people, Site? site) => (this.people, this.site) = (people, site);

    /// <param name="app">A chat.</param>
    /// <param name="site">Pages to which people link, if the chat makes previews of them.</param>
    public static async Task<World> BeginAsync(ChatApp app, Site? site = null)
    {
        var people = await Task.WhenAll(new[] { "ada", "grace", "linus" }.Select(app.SignUpAsync));
        // Where everyone is who ever signed up here.
        foreach (var person in people)
            await person.PostAsync("/chat/room/general/leave");
        var world = new World(people, site);
        world.rooms.Enqueue(await people[0].CreateRoomAsync("public", people[1]));
        world.rooms.Enqueue(await people[1].CreatePrivateRoomAsync(people[0], people[2]));
        await Task.WhenAll(people.Select(person => world.ComeAsync(person, null)));
        return world;
    }

    /// <summary>Does what comes in one step at once.</summary>
    public async Task DoAsync(Operation[] step)
    {
        // Chosen before any of them begins: the same step concerns the same things when it is tried again.
        var acts = step.Select(Choose).ToList();
        foreach (var answer in await Task.WhenAll(acts.Select(act => act())))
            if (answer is not (null or { Status: < 500 }))
                throw new InvalidOperationException(answer.ToString());
    }

    /// <returns>Who knows something else than there is; empty if all is well.</returns>
    public async Task<string[]> CompareAsync() =>
        [.. (await Task.WhenAll(followers.Select(follower => follower.CompareAsync()))).OfType<string>()];

    public async ValueTask DisposeAsync()
    {
        foreach (var follower in followers)
            await follower.DisposeAsync();
    }

    private Func<Task<Reply?>> Choose(Operation operation)
    {
        var (_, who, what, extra) = operation;
        var (me, other) = (people[who], people[extra % people.Length]);
        var room = rooms.ElementAt(what % rooms.Count);
        var message = messages.IsEmpty ? null : messages.ElementAt(messages.Count - 1 - (what % messages.Count));
        return operation.Act switch
        {
            Act.Post => () => PostAsync(me, room, extra < 6 ? $"Text {extra}" : $"Text {extra} {Address(extra, other)}.", extra, message),
            Act.Link => () => PostAsync(me, room, $"Text {LinkTo(extra)} {LinkTo(what)}", extra, message),
            Act.Share => () => ShareAsync(me, room, extra),
            Act.CreateRoom => () => CreateRoomAsync(me, isPublic: extra % 2 == 0),
            Act.Join => Do(() => me.PostAsync($"/chat/room/{room}/join")),
            Act.Leave => Do(() => me.PostAsync($"/chat/room/{room}/leave")),
            Act.Rename => Do(() => me.PatchAsync($"/chat/room/{room}", new { name = $"Name {extra}", topic = $"Topic {extra}" })),
            Act.Archive => Do(() => me.PatchAsync($"/chat/room/{room}", new { archived = extra < 4 })),
            Act.DeleteRoom => Do(() => me.DeleteAsync($"/chat/room/{room}")),
            Act.SetMember => Do(() => me.PutAsync(
                $"/chat/room/{room}/members/{other.UserId}", new { role = new[] { "member", "moderator", "owner" }[extra % 3] })),
            Act.RemoveMember => Do(() => me.DeleteAsync($"/chat/room/{room}/members/{other.UserId}")),
            Act.ChangeProfile => Do(() => me.PatchAsync("/auth/me", new { display_name = $"Name {extra}", status_text = $"Status {what}" })),
            Act.Announce => Do(() => me.PatchAsync($"/chat/room/{room}", new { posting = extra < 4 ? "moderators" : "everyone" })),
            Act.Mute => Do(() => me.PutAsync($"/chat/room/{room}/members/{other.UserId}/silence", new { seconds = 3_600 })),
            Act.LiftSilence => Do(() => me.DeleteAsync($"/chat/room/{room}/members/{other.UserId}/silence")),
            Act.ComeByInvite => () => ComeByInviteAsync(other, me, room),
            Act.Prefer => Do(() => me.PutAsync($"/chat/room/{room}/preferences", new
            {
                notify = new[] { "all", "mentions", "nothing" }[extra % 3],
                pinned = extra < 5,
                muted = extra % 2 == 0,
            })),
            Act.Draft => Do(() => me.PutAsync(
                $"/chat/room/{room}/draft", new { text = extra < 3 ? "" : $"Draft {extra}", thread_id = extra % 2 == 0 && message?.RoomId == room ? message.Id : null })),
            Act.Block when extra < 5 => Do(() => me.PutAsync($"/chat/blocks/{other.UserId}", new { })),
            Act.Block => Do(() => me.DeleteAsync($"/chat/blocks/{other.UserId}")),
            Act.StartDirect => () => StartDirectAsync(me, other),
            Act.ReaderComes => () => ComeAsync(me, extra < 4 ? null : room),
            Act.ReaderGoes => () => WithFollower(what, follower => follower.GoAsync()),
            Act.ReaderReturns => () => WithFollower(what, follower => follower.ReturnAsync(byPoll: extra < 4)),
            _ when message is null => () => Task.FromResult<Reply?>(null),
            Act.Reply => () => ReplyAsync(me, message, extra < 7 ? $"Reply {extra}" : $"Reply {extra} {Address(extra, other)}.", alsoInRoom: extra % 3 == 0),
            Act.Follow => () => FollowAsync(me, message, HttpMethod.Put, "follow"),
            Act.Unfollow => Do(() => me.DeleteAsync($"/chat/threads/{message.Id}/follow")),
            Act.ReadThread => Do(() => me.PostAsync($"/chat/threads/{message.Id}/read", new { message_id = message.Id })),
            Act.UnreadThread => () => FollowAsync(me, message, HttpMethod.Post, "unread"),
            Act.Save => Do(() => me.SendAsync(HttpMethod.Put, $"/chat/messages/{message.Id}/save")),
            Act.Forget => Do(() => me.DeleteAsync($"/chat/messages/{message.Id}/save")),
            Act.Report => Do(() => me.PostAsync($"/chat/messages/{message.Id}/report", new { reason = $"Reason {extra}" })),
            Act.Unlink => Do(() => me.DeleteAsync($"/chat/messages/{message.Id}/previews/{extra % 2}")),
            Act.Edit when extra > 7 => Do(() => me.EditAsync(message, $"Edited {LinkTo(what)}")),
            Act.Edit => Do(() => me.EditAsync(message, $"Edited {extra} {Address(extra + 4, other)}")),
            Act.Delete => Do(() => me.DeleteAsync(message)),
            Act.React => Do(() => me.ReactAsync(message, Emoji[extra % Emoji.Length])),
            Act.Unreact => Do(() => me.UnreactAsync(message, Emoji[extra % Emoji.Length])),
            Act.Pin => Do(() => me.SendAsync(HttpMethod.Put, $"/chat/messages/{message.Id}/pin")),
            Act.Unpin => Do(() => me.DeleteAsync($"/chat/messages/{message.Id}/pin")),
            Act.Read => Do(() => me.PostAsync($"/chat/room/{message.RoomId}/read", new { message_id = message.Id })),
            Act.Unread => Do(() => me.PostAsync($"/chat/room/{message.RoomId}/unread", new { message_id = message.Id })),
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        };
    }

    private static string Address(int extra, ChatClient other) => extra switch { 7 => "@here", 8 => $"@room, @{other.Username}", 9 => "@room", _ => $"@{other.Username}" };

    // Some of them lead nowhere.
    private string LinkTo(int number) => site is null ? "nowhere"
        : number > 4 ? site.At("127.0.0.1", $"missing-{number}") : site.Page($"<title>Page {number}</title>", $"page-{number}");

    private static Func<Task<Reply?>> Do(Func<Task<Reply>> act) => async () => await act();

    private async Task<Reply?> PostAsync(ChatClient author, string room, string text, int extra, MessageJson? answered)
    {
        var answer = await author.TrySayAsync(room, text, replyTo: answered?.RoomId == room && extra < 3 ? answered.Id : null);
        if (answer.Status == 201)
            messages.Enqueue(answer.Message());
        return answer;
    }

    private async Task<Reply?> ReplyAsync(ChatClient author, MessageJson message, string text, bool alsoInRoom)
    {
        var answer = await author.PostAsync("/chat/messages", new { room_id = message.RoomId, message = text, thread_id = message.Id, also_in_room = alsoInRoom });
        if (answer.Status == 201)
        {
            roots[answer.Message().ThreadId!] = true;
            messages.Enqueue(answer.Message());
        }
        return answer;
    }

    // Those who read from now on have to look what they follow, though there may be no reply yet.
    private async Task<Reply?> FollowAsync(ChatClient me, MessageJson message, HttpMethod method, string act)
    {
        roots[message.ThreadId ?? message.Id] = true;
        return await me.SendAsync(method, $"/chat/threads/{message.Id}/{act}", new { message_id = message.Id });
    }

    // Some share the same bytes.
    private async Task<Reply?> ShareAsync(ChatClient sender, string room, int extra)
    {
        var answer = await sender.TryShareAsync(room, $"{extra}.bin", [(byte)(extra % 4)], extra < 5 ? null : $"Caption {extra}");
        if (answer.Status == 201)
            messages.Enqueue(answer.Message());
        return answer;
    }

    private async Task<Reply?> CreateRoomAsync(ChatClient owner, bool isPublic)
    {
        rooms.Enqueue(isPublic ? await owner.CreateRoomAsync() : await owner.CreatePrivateRoomAsync());
        return null;
    }

    private static async Task<Reply?> ComeByInviteAsync(ChatClient host, ChatClient guest, string room)
    {
        var made = await host.PostAsync($"/chat/room/{room}/invites", new { });
        return made.Status == 201 ? await guest.PostAsync($"/chat/invites/{made["code"].GetString()}") : made;
    }

    private async Task<Reply?> StartDirectAsync(ChatClient me, ChatClient other)
    {
        var answer = await me.PostAsync("/chat/direct", new { user_id = other.UserId });
        if (answer.Status == 201)
            rooms.Enqueue(answer["id"].GetString()!);
        return answer;
    }

    private async Task<Reply?> ComeAsync(ChatClient reader, string? room)
    {
        var follower = new Follower($"{reader.Username} in {room ?? "all rooms"}", reader, room, roots);
        await follower.ComeAsync();
        followers.Enqueue(follower);
        return null;
    }

    private async Task<Reply?> WithFollower(int number, Func<Follower, Task> act)
    {
        await act(followers.ElementAt(number % followers.Count));
        return null;
    }
}
