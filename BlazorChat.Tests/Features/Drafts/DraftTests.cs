using System.Text.Json;
using BlazorChat.Core.Messages;
using BlazorChat.Tests.Features.Threads;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Drafts;

public sealed class DraftTests(ChatApp app) : IClassFixture<ChatApp>
{
    private ChatClient ada = null!, grace = null!;
    private string room = "";

    [Fact]
    public async Task Drafts_of_a_room_and_of_its_threads_are_kept_apart_and_listed_for_me_alone()
    {
        await BeginAsync();
        var root = await grace.SayAsync(room, "Root");
        var reply = await grace.ReplyAsync(root, "Reply");
        await SaveAsync(ada, "In the room");
        await SaveAsync(ada, "In the thread", reply.Id);

        Assert.Equal([(room, root.Id, "In the thread"), (room, null, "In the room")], await ListAsync(ada));
        Assert.Empty(await ListAsync(grace));

        await SaveAsync(ada, "   ");
        Assert.Equal([(room, root.Id, "In the thread")], await ListAsync(ada));
    }

    [Fact]
    public async Task My_other_devices_are_told_live_and_in_replay_and_nobody_else_is()
    {
        await BeginAsync();
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        await using var mine = await ada.OpenStreamAsync();
        await using var theirs = await grace.OpenStreamAsync();

        var saved = await SaveAsync(ada, "Hel");
        await SaveAsync(ada, "Hel");
        await SaveAsync(ada, "Hello");
        await SaveAsync(ada, "");
        await grace.SayAsync(room, "After");

        var told = (await mine.UntilMessageAsync("After")).Where(e => e.Name == "draft").ToList();
        Assert.Equal(3, told.Count);
        Assert.Equal(saved["version"].GetInt64(), told[0]["version"].GetInt64());
        Assert.True(told[0]["version"].GetInt64() < told[1]["version"].GetInt64());
        Assert.Equal((room, ""), (told[2]["room_id"].GetString(), told[2]["text"].GetString()));
        Assert.DoesNotContain(await theirs.UntilMessageAsync("After"), e => e.Name == "draft");
        Assert.Equal(3, (await ada.GetAsync($"/chat/poll?wait=0&cursor={cursor}"))["events"].EnumerateArray().Count(e => e.GetProperty("event").GetString() == "draft"));
        Assert.DoesNotContain("draft", (await grace.GetAsync($"/chat/poll?wait=0&cursor={cursor}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_no_longer_read_the_room_finds_no_draft_of_it()
    {
        await BeginAsync();
        await SaveAsync(grace, "Begun");

        await ada.RemoveMemberAsync(room, grace);

        Assert.Empty(await ListAsync(grace));
        Assert.Equal(404, (await TrySaveAsync(grace, "More")).Status);
    }

    [Fact]
    public async Task A_deleted_room_and_a_deleted_account_take_their_drafts_with_them()
    {
        await BeginAsync();
        await SaveAsync(ada, "Of the room");
        Assert.Equal(204, (await ada.DeleteAsync($"/chat/room/{room}")).Status);
        Assert.Equal(0, await CountAsync());

        await BeginAsync();
        await SaveAsync(grace, "Of the account");
        await Browser.DeleteAccountAsync(app, grace);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_draft_may_be_longer_than_a_message_but_has_an_end()
    {
        await BeginAsync();

        Assert.Equal(200, (await TrySaveAsync(ada, new string('x', Draft.MaxLength))).Status);
        Assert.Equal((400, true), (await TrySaveAsync(ada, new string('x', Draft.MaxLength + 1))) is var refused ? (refused.Status, refused.Text.Contains("text", StringComparison.Ordinal)) : default);
        Assert.Equal(400, (await TrySaveAsync(ada, "In no thread", "999999999")).Status);
    }

    [Fact]
    public async Task Who_is_muted_keeps_what_they_have_begun()
    {
        await BeginAsync();
        await ada.PutAsync($"/chat/room/{room}/members/{grace.UserId}/silence", new { seconds = 3600 });

        Assert.Equal("Later", (await SaveAsync(grace, "Later"))["text"].GetString());
    }

    private async Task BeginAsync()
    {
        (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        room = await ada.CreatePrivateRoomAsync(grace);
    }

    private async Task<Reply> SaveAsync(ChatClient who, string text, string? thread = null)
    {
        var saved = await TrySaveAsync(who, text, thread);
        Assert.True(saved.Status == 200, saved.ToString());
        return saved;
    }

    private Task<Reply> TrySaveAsync(ChatClient who, string text, string? thread = null) =>
        who.PutAsync($"/chat/room/{room}/draft", new { text, thread_id = thread });

    private static async Task<IEnumerable<(string?, string?, string?)>> ListAsync(ChatClient who) =>
        (await who.GetAsync("/chat/drafts"))["drafts"].EnumerateArray()
            .Select(draft => (Text(draft, "room_id"), Text(draft, "thread_id"), Text(draft, "text")));

    private async Task<int> CountAsync()
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.Set<Draft>().CountAsync(d => d.RoomId == room, TestContext.Current.CancellationToken);
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
