using System.Text.Json;

namespace BlazorChat.Tests.Features.Threads;

public sealed class ReplyingInThreadsTests(ChatApp app) : IClassFixture<ChatApp>
{
    private ChatClient ada = null!, grace = null!;
    private string room = "";
    private MessageJson root = null!;

    [Fact]
    public async Task A_reply_stands_in_its_thread_and_not_in_the_room()
    {
        await BeginAsync();
        await using var stream = await ada.OpenStreamAsync();

        var reply = await grace.ReplyAsync(root, "Here, below it");

        Assert.Equal((root.Id, null), (reply.ThreadId, reply.Number));
        Assert.Equal((reply.Id, root.Id), (await stream.NextMessageAsync() is var told ? (told.Id, told.ThreadId) : default));
        var thread = await stream.NextAsync("thread");
        Assert.Equal((room, root.Id, 1), (thread["room_id"].GetString(), thread["message_id"].GetString(), thread["thread"].GetProperty("replies").GetInt32()));
        Assert.Equal([grace.UserId], thread["thread"].GetProperty("user_ids").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(["Root"], (await ada.HistoryAsync(room)).Texts);
        var listed = (await ada.GetAsync($"/chat/room/{room}"))!;
        Assert.Equal((0, 1), (listed["unread"].GetInt32(), listed["last_number"].GetInt32()));
        var page = await ada.ThreadAsync(root);
        Assert.Equal((root.Id, "Here, below it", true, false), (page.Root.Id, Assert.Single(page.Texts), page.Following, page.HasMore));
        Assert.Equal((1, reply.Timestamp), (page.Root.Thread!.Replies, page.Root.Thread.LastReplyAt));
    }

    [Fact]
    public async Task Numbers_of_the_room_have_no_holes_where_replies_were()
    {
        await BeginAsync();

        await grace.ReplyAsync(root, "One");
        var also = await grace.ReplyAsync(root, "Two, for all", alsoInRoom: true);
        await ada.ReplyAsync(root, "Three");
        var after = await ada.SayAsync(room, "After");

        Assert.Equal((2, 3), (also.Number, after.Number));
        Assert.Equal(["Root", "Two, for all", "After"], (await ada.HistoryAsync(room)).Texts);
        Assert.Equal(["One", "Two, for all", "Three"], (await ada.ThreadAsync(root)).Texts);
        Assert.Equal(["Two, for all"], (await ada.HistoryAsync(room, $"before={after.Id}&limit=1")).Texts);
    }

    [Fact]
    public async Task A_reply_to_a_reply_hangs_on_the_same_thread()
    {
        await BeginAsync();
        var first = await grace.ReplyAsync(root, "First");

        var second = (await ada.TryReplyAsync(room, first.Id, "Second")).Message();

        Assert.Equal(root.Id, second.ThreadId);
        Assert.Equal(["First", "Second"], (await ada.ThreadAsync(first)).Texts);
        Assert.Null((await ada.ThreadAsync(root)).Messages[0].Thread);
    }

    [Fact]
    public async Task A_thread_is_read_page_by_page()
    {
        await BeginAsync();
        List<MessageJson> replies = [];
        for (var n = 1; n <= 5; n++)
            replies.Add(await grace.ReplyAsync(root, $"{n}"));

        Assert.Equal("4 5 and more", Page(await ada.ThreadAsync(root, "limit=2")));
        Assert.Equal("2 3 and more", Page(await ada.ThreadAsync(root, $"limit=2&before={replies[3].Id}")));
        Assert.Equal("1", Page(await ada.ThreadAsync(root, $"limit=2&before={replies[1].Id}")));
        Assert.Equal("1 2 and more", Page(await ada.ThreadAsync(root, $"limit=2&after={root.Id}")));
        Assert.Equal("2 3 4 and more", Page(await ada.ThreadAsync(root, $"limit=3&around={replies[2].Id}")));
        foreach (var bad in new[] { "before=nothing", "limit=0", $"before={replies[0].Id}&after={root.Id}", $"before={(await ada.SayAsync(room, "Elsewhere")).Id}" })
            Assert.Equal(400, (await ada.GetAsync($"/chat/room/{room}/threads/{root.Id}?{bad}")).Status);
    }

    [Fact]
    public async Task Deleting_replies_changes_the_summary_and_deleting_the_root_leaves_the_thread()
    {
        await BeginAsync();
        var (one, two) = (await grace.ReplyAsync(root, "One"), await ada.ReplyAsync(root, "Two"));
        await using var stream = await ada.OpenStreamAsync(room);

        await ada.DeleteAsync(two);
        var after = (await stream.NextAsync("thread"))["thread"];
        await ada.DeleteAsync(root);
        var tombstone = await stream.UntilAsync(e => e.Name == "message_deleted" && e["id"].GetString() == root.Id);
        await grace.ReplyAsync(root, "Three");
        await grace.DeleteAsync(one);
        await stream.NextAsync("thread");
        var last = (await stream.NextAsync("thread"))["thread"];

        Assert.Equal((1, one.Timestamp, grace.UserId), (after.GetProperty("replies").GetInt32(), after.GetProperty("last_reply_at").GetInt64(), after.GetProperty("user_ids")[0].GetString()));
        Assert.Equal(1, tombstone[^1]["thread"].GetProperty("replies").GetInt32());
        Assert.Equal(1, last.GetProperty("replies").GetInt32());
        var page = await ada.ThreadAsync(root);
        Assert.Equal((true, "", 1), (page.Root.Deleted, page.Root.Text, page.Root.Thread!.Replies));
        Assert.Equal([(true, ""), (true, ""), (false, "Three")], page.Messages.Select(message => (message.Deleted, message.Text)));
        await grace.DeleteAsync(page.Messages[2]);
        Assert.Null((await ada.HistoryAsync(room)).Messages[0].Thread);
    }

    [Fact]
    public async Task A_summary_names_the_five_who_wrote_last()
    {
        await BeginAsync();
        var people = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => app.SignUpAsync($"p{n}")));
        foreach (var person in people)
            await ada.SetMemberAsync(room, person, "member");
        foreach (var person in people.Append(people[1]))
            await person.ReplyAsync(root, "Me, too");

        var thread = (await ada.HistoryAsync(room)).Messages[0].Thread!;

        Assert.Equal((7, [people[1].UserId, people[5].UserId, people[4].UserId, people[3].UserId, people[2].UserId]), (thread.Replies, thread.UserIds), (a, b) =>
            a.Item1 == b.Item1 && a.Item2.SequenceEqual(b.Item2));
    }

    [Fact]
    public async Task Bad_threads_are_refused()
    {
        await BeginAsync();
        var (elsewhere, gone) = (await ada.SayAsync(await ada.CreateRoomAsync(), "Elsewhere"), await ada.SayAsync(room, "Gone"));
        await ada.DeleteAsync(gone);

        foreach (var id in new[] { "nothing", "999999999", elsewhere.Id })
        {
            var refused = await ada.TryReplyAsync(room, id, "Hello");
            Assert.Equal(400, refused.Status);
            Assert.True(refused["errors"].TryGetProperty("thread_id", out _), refused.Text);
            Assert.Equal(404, (await ada.GetAsync($"/chat/room/{room}/threads/{id}")).Status);
        }
        Assert.Equal((409, "message_deleted"), await ada.TryReplyAsync(room, gone.Id, "Hello") is var late ? (late.Status, late["code"].GetString()) : default);
        Assert.Equal(400, (await ada.PostAsync($"/chat/room/{room}/unread", new { message_id = (await grace.ReplyAsync(root, "Not of the room")).Id })).Status);
    }

    [Fact]
    public async Task A_retry_answers_with_the_first_reply_and_counts_once()
    {
        await BeginAsync();
        var first = await grace.ReplyAsync(root, "Once", clientId: "c-1");

        var again = await grace.TryReplyAsync(room, root.Id, "Once", clientId: "c-1");

        Assert.Equal((200, first.Id, root.Id), (again.Status, again.Message().Id, again.Message().ThreadId));
        Assert.Equal(1, (await ada.ThreadAsync(root)).Root.Thread!.Replies);
    }

    [Fact]
    public async Task Files_and_reactions_are_in_threads_too()
    {
        await BeginAsync();
        var form = Sharing.Form(room, "notes.txt", "Notes"u8.ToArray(), "Read this");
        form.Add(new StringContent(root.Id), "thread_id");

        var shared = await grace.PostAsync("/chat/files", form);
        Assert.Equal(200, (await ada.ReactAsync(shared.Message(), "👍")).Status);

        var reply = Assert.Single((await ada.ThreadAsync(root)).Messages);
        Assert.Equal((201, root.Id, "notes.txt", null, "👍"), (shared.Status, reply.ThreadId, reply.FileName, reply.Number, reply.Reactions[0].Reaction));
        var bad = Sharing.Form(room, "notes.txt", "Notes"u8.ToArray());
        bad.Add(new StringContent("maybe"), "also_in_room");
        Assert.Equal(400, (await grace.PostAsync("/chat/files", bad)).Status);
    }

    [Fact]
    public async Task What_was_missed_is_told_when_a_reader_comes_back()
    {
        await BeginAsync();
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        var reply = await grace.ReplyAsync(root, "While you were away");
        var also = await grace.ReplyAsync(root, "In the room, too", alsoInRoom: true);

        await using var stream = await ada.OpenStreamAtAsync($"/chat/room/{room}/events?html=1&cursor={cursor}");
        var told = await stream.UntilMessageAsync("In the room, too");
        told = [.. told, .. await stream.UntilAsync(e => e.Name == "thread")];
        var polled = (await ada.GetAsync($"/chat/room/{room}/poll?wait=0&cursor={cursor}"))["events"].EnumerateArray().ToList();

        Assert.Equal([reply.Id, also.Id], told.Where(e => e.Name == "message").Select(e => e["id"].GetString()));
        Assert.Contains("2 replies", told[^1]["item_html"].GetString(), StringComparison.Ordinal);
        Assert.Equal(["message", "thread", "message", "thread"], polled.Select(e => e.GetProperty("event").GetString()).Where(name => name is "message" or "thread"));
        Assert.Equal([root.Id, root.Id], polled.Where(e => e.GetProperty("event").GetString() == "message").Select(e => e.GetProperty("data").GetProperty("thread_id").GetString()));
    }

    [Fact]
    public async Task Who_types_in_a_thread_is_told_with_it()
    {
        await BeginAsync();
        await using var stream = await ada.OpenStreamAsync(room);

        Assert.Equal(204, (await grace.PostAsync("/chat/typing", new { room_id = room, is_typing = true, thread_id = root.Id })).Status);
        Assert.Equal(400, (await grace.PostAsync("/chat/typing", new { room_id = room, is_typing = true, thread_id = "nothing" })).Status);
        var typing = await stream.NextAsync("typing");
        await grace.ReplyAsync(root, "Done");

        Assert.Equal((root.Id, true), (typing["thread_id"].GetString(), typing["is_typing"].GetBoolean()));
        Assert.False((await stream.NextAsync("typing"))["is_typing"].GetBoolean());
    }

    private async Task BeginAsync()
    {
        (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        room = await ada.CreatePrivateRoomAsync(grace);
        root = await ada.SayAsync(room, "Root");
    }

    private static string Page(ThreadPageJson page) => string.Join(' ', page.Texts) + (page.HasMore ? " and more" : "");
}
