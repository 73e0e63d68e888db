using BlazorChat.Core.Messages;
using BlazorChat.Tests.Features.Threads;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Activity;

public sealed class ActivityTests(ChatApp app) : IClassFixture<ChatApp>
{
    private ChatClient ada = null!, grace = null!, joan = null!;
    private string room = "";

    [Fact]
    public async Task Mentions_answers_and_reactions_are_listed_newest_first_page_by_page()
    {
        await BeginAsync();
        var mine = await ada.SayAsync(room, "Mine");
        await grace.SayAsync(room, $"Mentions @{ada.Username}");
        await grace.SayAsync(room, "Quotes", replyTo: mine.Id);
        await grace.ReactAsync(mine, "👍");
        var reply = await joan.ReplyAsync(mine, "Replies");
        await grace.ReplyAsync(reply, "Too", alsoInRoom: true);
        await grace.SayAsync(room, "Concerns nobody");

        var page = await ActivityAsync(ada, "limit=3");
        var rest = await ActivityAsync(ada, $"limit=3&before={page.Items[^1].Id}");

        Assert.Equal(("thread_reply Too, thread_reply Replies, reaction Mine", true), (Told(page), page.HasMore));
        Assert.Equal(("reply Quotes, mention Mentions", false), (Told(rest), rest.HasMore));
        Assert.Equal(("👍", 1), (page.Items[2].Reactions.Single().Reaction, page.Items[2].UserIds.Length));
        Assert.All(page.Items, item => Assert.True(item.Timestamp >= item.Message.Timestamp));
        Assert.Empty((await ActivityAsync(joan)).Items);
        foreach (var bad in new[] { "limit=0", "before=nothing", "before=-1" })
            Assert.Equal(400, (await ada.GetAsync($"/chat/activity?{bad}")).Status);
    }

    [Fact]
    public async Task The_page_calls_those_whom_a_message_mentions_by_the_names_they_chose()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        var grace = await app.SignUpAsync("grace");
        var name = (await ada.Client.GetAsync("/auth/me"))["username"].GetString();
        await ada.Client.PatchAsync("/auth/me", new { display_name = $"The first {name}" });
        var message = await grace.SayAsync(await ada.Client.CreateRoomAsync(), $"Hello @{name}!");

        var page = await ada.OpenAsync($"/room/{message.RoomId}?side=activity");

        Assert.Equal($"Hello @The first {name}!", page.QuerySelector("activity-list .found-text")!.TextContent);
        Assert.Equal($"{grace.Username}: Hello @The first {name}!", page.QuerySelector("chat-timeline .message[data-id]:last-of-type")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Reactions_to_one_message_are_one_item_where_the_latest_of_them_stands()
    {
        await BeginAsync();
        var (first, second) = (await ada.SayAsync(room, "First"), await ada.SayAsync(room, "Second"));
        await grace.ReactAsync(first, "👍");
        await grace.ReactAsync(second, "🎉");
        await joan.ReactAsync(first, "👍");
        await joan.ReactAsync(first, "❤️");
        await ada.ReactAsync(first, "👍");

        var page = await ActivityAsync(ada, "limit=1");
        Assert.Equal(("reaction First", true), (Told(page), page.HasMore));
        Assert.Equal([joan.UserId, grace.UserId], page.Items[0].UserIds);
        Assert.Equal([("👍", 2), ("❤️", 1)], page.Items[0].Reactions.Select(one => (one.Reaction, one.Count)));
        Assert.Equal("reaction Second", Told(await ActivityAsync(ada, $"before={page.Items[0].Id}")));

        await joan.UnreactAsync(first, "❤️");
        await joan.UnreactAsync(first, "👍");
        Assert.Equal("reaction Second, reaction First", Told(await ActivityAsync(ada)));
        await ada.BlockAsync(grace);
        Assert.Empty((await ActivityAsync(ada)).Items);
    }

    [Fact]
    public async Task A_message_that_does_several_things_is_listed_once_and_my_own_acts_never()
    {
        await BeginAsync();
        var mine = await ada.SayAsync(room, $"Mine @{ada.Username}");
        await ada.SayAsync(room, "Quoting myself", replyTo: mine.Id);
        await ada.ReplyAsync(mine, "Answering myself");
        await ada.ReactAsync(mine, "👍");
        Assert.Empty((await ActivityAsync(ada)).Items);

        Assert.Equal(201, (await grace.PostAsync("/chat/messages", new { room_id = room, message = $"All @{ada.Username}", thread_id = mine.Id, reply_to = mine.Id })).Status);
        Assert.Equal("mention All", Told(await ActivityAsync(ada)));
    }

    [Fact]
    public async Task Edits_deletions_and_blocks_count_at_once()
    {
        await BeginAsync();
        var mine = await ada.SayAsync(room, "Mine");
        var (quote, reply) = (await grace.SayAsync(room, "Quotes", replyTo: mine.Id), await joan.ReplyAsync(mine, "Replies"));
        await grace.ReactAsync(mine, "👍");
        await grace.EditAsync(quote, $"Addresses @{ada.Username}");
        Assert.Equal("reaction Mine, thread_reply Replies, mention Addresses", Told(await ActivityAsync(ada)));

        await joan.DeleteAsync(reply);
        await ada.BlockAsync(grace);
        Assert.Empty((await ActivityAsync(ada)).Items);
        await ada.UnblockAsync(grace);
        await grace.DeleteAsync(quote);
        Assert.Equal("reaction Mine", Told(await ActivityAsync(ada)));
        await ada.DeleteAsync(mine);
        Assert.Empty((await ActivityAsync(ada)).Items);
    }

    [Fact]
    public async Task Only_rooms_count_that_I_may_read_now()
    {
        await BeginAsync();
        var open = await grace.CreateRoomAsync();
        await grace.ReactAsync(await ada.SayAsync(open, "Open"), "👍");
        var hidden = await ada.SayAsync(room, "Hidden");
        await grace.ReactAsync(hidden, "👍");
        await grace.ReplyAsync(hidden, "Replies");
        await grace.SayAsync(room, $"Mentions @{ada.Username}");
        await grace.RemoveMemberAsync(room, ada);
        Assert.Equal("reaction Open", Told(await ActivityAsync(ada)));

        await grace.SetMemberAsync(room, ada, "member");
        Assert.Equal("mention Mentions, thread_reply Replies, reaction Hidden, reaction Open", Told(await ActivityAsync(ada)));
        await grace.DeleteAsync($"/chat/room/{room}");
        Assert.Equal("reaction Open", Told(await ActivityAsync(ada)));
    }

    [Fact]
    public async Task What_a_deleted_account_did_stays_and_what_concerned_it_goes()
    {
        await BeginAsync();
        var browser = await Browser.SignUpAsync(app, "linus");
        await browser.Client.IntroduceAsync();
        var open = await ada.CreateRoomAsync();
        var theirs = await browser.Client.SayAsync(open, "Theirs");
        await ada.SayAsync(open, "Answers", replyTo: theirs.Id);
        await browser.Client.ReactAsync(await ada.SayAsync(open, "Mine"), "👍");

        await browser.SubmitAsync("/account/manage/delete", "Deletion", ("Password", ChatApp.Password));

        Assert.Equal("reaction Mine", Told(await ActivityAsync(ada)));
        await using var db = app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContext();
        Assert.Empty(await db.Set<Answer>().Where(a => a.UserId == browser.Client.UserId).ToListAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<ActivityJson> ActivityAsync(ChatClient client, string query = "") =>
        (await client.GetAsync($"/chat/activity?{query}")).Read<ActivityJson>();

    private static string Told(ActivityJson page) => string.Join(", ", page.Items.Select(item => $"{item.Kind} {item.Message.Text.Split(' ')[0]}"));

    private async Task BeginAsync()
    {
        (ada, grace, joan) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("joan"));
        room = await grace.CreatePrivateRoomAsync(ada, joan);
    }

    private sealed record ActivityJson(ItemJson[] Items, bool HasMore);

    private sealed record ItemJson(string Id, string Kind, long? Timestamp, MessageJson Message, string[] UserIds, ReactionJson[] Reactions);
}
