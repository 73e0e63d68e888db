using System.Text.Json;

namespace BlazorChat.Tests.Features.Threads;

public sealed class FollowingThreadsTests(ChatApp app) : IClassFixture<ChatApp>
{
    private ChatClient ada = null!, grace = null!, joan = null!;
    private string room = "";
    private MessageJson root = null!;

    [Fact]
    public async Task One_follows_what_one_began_answered_or_is_addressed_in()
    {
        await BeginAsync();
        var late = await app.SignUpAsync("late");
        await ada.SetMemberAsync(room, late, "member");
        await using var stream = await joan.OpenStreamAsync();

        await grace.ReplyAsync(root, "One");
        await grace.ReplyAsync(root, $"Two, @{joan.Username}");

        Assert.Equal([(root.Id, 2, 0)], (await ada.FollowedAsync()).Select(Short));
        Assert.Equal([(root.Id, 0, 0)], (await grace.FollowedAsync()).Select(Short));
        Assert.Equal([(root.Id, 1, 1)], (await joan.FollowedAsync()).Select(Short));
        Assert.Empty(await late.FollowedAsync());
        var followed = await stream.NextAsync("thread_followed");
        Assert.Equal((room, root.Id, true), (followed["room_id"].GetString(), followed["thread_id"].GetString(), followed["following"].GetBoolean()));
        Assert.Equal("Two, @" + joan.Username, (await joan.FollowedAsync())[0].LastReply.Text);
    }

    [Fact]
    public async Task Who_is_addressed_in_the_message_or_by_an_edit_follows_as_well()
    {
        await BeginAsync();
        var addressing = await ada.SayAsync(room, $"What do you think, @{joan.Username}?");
        var reply = await grace.ReplyAsync(addressing, "I would");
        Assert.Equal([(addressing.Id, 1, 0)], (await joan.FollowedAsync()).Select(Short));

        var first = await grace.ReplyAsync(root, "One");
        var second = await grace.ReplyAsync(root, "Two");
        Assert.Single(await joan.FollowedAsync());
        await grace.EditAsync(second, $"Two, @{joan.Username}");

        Assert.Equal((root.Id, 1, 1), Short((await joan.FollowedAsync())[0]));
        Assert.Equal(first.Id, (await joan.ThreadAsync(root)).ReadUpTo);
        Assert.Equal([addressing.Id], (await joan.FollowedAsync($"before={second.Id}")).Select(one => one.Root.Id));
        Assert.Equal([addressing.Id], (await joan.FollowedAsync($"before={root.Id}")).Select(one => one.Root.Id));
        Assert.Equal(reply.Id, (await joan.FollowedAsync())[1].LastReply.Id);
    }

    [Fact]
    public async Task Reading_moves_the_mark_forward_on_all_of_my_devices_and_tells_nobody_else()
    {
        await BeginAsync();
        var (one, two) = (await grace.ReplyAsync(root, "One"), await grace.ReplyAsync(root, "Two"));
        await using var mine = await ada.OpenStreamAsync();
        await using var theirs = await grace.OpenStreamAsync();

        await ada.ReadThreadAsync(root, one);
        Assert.Equal(1, (await ada.FollowedAsync("unread=true")).Single().Unread);
        await ada.ReadThreadAsync(root, two);
        await ada.ReadThreadAsync(root, one);
        await ada.SayAsync(room, "Read");

        Assert.Empty(await ada.FollowedAsync("unread=true"));
        Assert.Equal([one.Id, two.Id], (await mine.UntilMessageAsync("Read")).Where(e => e.Name == "thread_read").Select(e => e["message_id"].GetString()));
        Assert.DoesNotContain(await theirs.UntilMessageAsync("Read"), e => e.Name is "thread_read" or "thread_followed");
        Assert.Equal(two.Id, (await ada.ThreadAsync(root)).ReadUpTo);
        Assert.Equal(400, (await ada.PostAsync($"/chat/threads/{root.Id}/read", new { message_id = (await ada.SayAsync(room, "Other")).Id })).Status);
    }

    [Fact]
    public async Task Marking_unread_moves_the_mark_back_tells_my_devices_and_follows()
    {
        await BeginAsync();
        var (one, two) = (await grace.ReplyAsync(root, "One"), await grace.ReplyAsync(root, "Two"));
        await ada.ReadThreadAsync(root, two);
        await using var mine = await ada.OpenStreamAsync();

        await UnreadAsync(ada, two);
        Assert.Equal(one.Id, (await mine.NextAsync("thread_followed"))["read_up_to"].GetString());
        Assert.Equal([(root.Id, 1, 0)], (await ada.FollowedAsync("unread=true")).Select(Short));
        await UnreadAsync(ada, one);
        await UnreadAsync(ada, two);
        Assert.Equal([(root.Id, 2, 0)], (await ada.FollowedAsync("unread=true")).Select(Short));

        await UnreadAsync(joan, two);
        Assert.Equal([(root.Id, 1, 0)], (await joan.FollowedAsync("unread=true")).Select(Short));
        Assert.Equal(400, (await ada.PostAsync($"/chat/threads/{root.Id}/unread", new { message_id = (await ada.SayAsync(room, "Other")).Id })).Status);

        async Task UnreadAsync(ChatClient client, MessageJson from) =>
            Assert.Equal(204, (await client.PostAsync($"/chat/threads/{root.Id}/unread", new { message_id = from.Id })).Status);
    }

    [Fact]
    public async Task Who_unfollows_is_left_alone_until_they_answer_or_are_addressed()
    {
        await BeginAsync();
        await grace.ReplyAsync(root, "One");
        await using var stream = await ada.OpenStreamAsync();

        await ada.FollowAsync(root, follows: false);
        await ada.FollowAsync(root, follows: false);
        await grace.ReplyAsync(root, "Two");
        Assert.Empty(await ada.FollowedAsync());
        Assert.Equal((false, null), await ada.ThreadAsync(root) is var page ? (page.Following, page.ReadUpTo) : default);
        await grace.ReplyAsync(root, $"Three, @{ada.Username}");

        Assert.Equal((root.Id, 3, 1), Short(Assert.Single(await ada.FollowedAsync())));
        await stream.NextAsync("message");
        Assert.Equal([false, true], stream.Received.Concat(await stream.UntilAsync(e => e.Name == "thread_followed" && e["following"].GetBoolean()))
            .Where(e => e.Name == "thread_followed").Select(e => e["following"].GetBoolean()).Distinct());
    }

    [Fact]
    public async Task What_one_reads_of_a_thread_that_one_unfollowed_is_told_only_when_one_follows_it_again()
    {
        await BeginAsync();
        await grace.ReplyAsync(root, "One");
        await ada.FollowAsync(root, follows: false);
        await using var mine = await ada.OpenStreamAsync();

        var two = await grace.ReplyAsync(root, "Two");
        await ada.ReadThreadAsync(root, two);
        await ada.SayAsync(room, "Read");
        Assert.DoesNotContain(await mine.UntilMessageAsync("Read"), e => e.Name is "thread_read" or "thread_followed");
        Assert.Null((await ada.ThreadAsync(root)).ReadUpTo);

        await grace.ReplyAsync(root, $"Three, @{ada.Username}");
        Assert.Equal(two.Id, (await mine.NextAsync("thread_followed"))["read_up_to"].GetString());
        Assert.Equal([(root.Id, 1, 1)], (await ada.FollowedAsync("unread=true")).Select(Short));
    }

    [Fact]
    public async Task Who_follows_a_thread_that_goes_on_has_read_what_was_there()
    {
        await BeginAsync();
        var one = await grace.ReplyAsync(root, "One");
        await joan.FollowAsync(root);
        Assert.Equal(one.Id, (await joan.ThreadAsync(root)).ReadUpTo);
        Assert.Equal([(root.Id, 0, 0)], (await joan.FollowedAsync()).Select(Short));

        await grace.ReplyAsync(root, "Two");

        Assert.Equal([(root.Id, 1, 0)], (await joan.FollowedAsync("unread=true")).Select(Short));
    }

    [Fact]
    public async Task What_was_deleted_or_comes_from_someone_blocked_is_not_unread()
    {
        await BeginAsync();
        var (one, _) = (await grace.ReplyAsync(root, "One"), await joan.ReplyAsync(root, $"Two, @{ada.Username}"));
        Assert.Equal([(root.Id, 2, 1)], (await ada.FollowedAsync()).Select(Short));

        await ada.BlockAsync(joan);
        Assert.Equal([(root.Id, 1, 0)], (await ada.FollowedAsync()).Select(Short));
        await grace.DeleteAsync(one);
        Assert.Empty(await ada.FollowedAsync("unread=true"));
        await ada.UnblockAsync(joan);
        Assert.Equal([(root.Id, 1, 1)], (await ada.FollowedAsync("unread=true")).Select(Short));
    }

    [Fact]
    public async Task Threads_are_listed_by_their_last_reply_page_by_page()
    {
        await BeginAsync();
        var (second, third) = (await ada.SayAsync(room, "Second"), await ada.SayAsync(room, "Third"));
        foreach (var each in new[] { root, second, third, root })
            await grace.ReplyAsync(each, "Yes");

        var page = (await ada.GetAsync("/chat/threads?limit=2")).Read<FollowedPageJson>();
        var rest = (await ada.GetAsync($"/chat/threads?limit=2&before={page.Threads[1].LastReply.Id}")).Read<FollowedPageJson>();

        Assert.Equal($"{root.Id} {third.Id} and more", Ids(page));
        Assert.Equal(second.Id, Ids(rest));
        foreach (var bad in new[] { "unread=maybe", "limit=0", "before=nothing" })
            Assert.Equal(400, (await ada.GetAsync($"/chat/threads?{bad}")).Status);
    }

    [Fact]
    public async Task Who_may_no_longer_see_the_room_sees_none_of_its_threads()
    {
        await BeginAsync();
        await joan.ReplyAsync(root, "One");
        var cursor = (await joan.HistoryAsync(room)).Cursor;
        await grace.ReplyAsync(root, $"Two, @{joan.Username}");
        await joan.FollowAsync(root, follows: false);
        await ada.RemoveMemberAsync(room, joan);

        Assert.Empty(await joan.FollowedAsync());
        Assert.Equal(404, (await joan.GetAsync($"/chat/room/{room}/threads/{root.Id}")).Status);
        foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
        {
            (HttpMethod.Put, "follow", null), (HttpMethod.Delete, "follow", null), (HttpMethod.Post, "read", new { message_id = root.Id }),
        })
            Assert.Equal(404, (await joan.SendAsync(method, $"/chat/threads/{root.Id}/{path}", body)).Status);
        Assert.Equal(400, (await joan.GetAsync($"/chat/threads?before={root.Id}")).Status);
        var told = (await joan.GetAsync($"/chat/poll?wait=0&cursor={cursor}"))["events"].EnumerateArray().Select(e => e.GetProperty("event").GetString());
        Assert.DoesNotContain(told, name => name is "thread" or "thread_followed" or "thread_read" or "message");
    }

    private static string Ids(FollowedPageJson page) => string.Join(' ', page.Threads.Select(one => one.Root.Id)) + (page.HasMore ? " and more" : "");

    private static (string Root, int Unread, int Mentions) Short(FollowedJson one) => (one.Root.Id, one.Unread, one.Mentions);

    private async Task BeginAsync()
    {
        (ada, grace, joan) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("joan"));
        room = await ada.CreatePrivateRoomAsync(grace, joan);
        root = await ada.SayAsync(room, "Root");
    }
}
