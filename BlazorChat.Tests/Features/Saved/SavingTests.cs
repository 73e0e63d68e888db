using System.Text.Json;
using BlazorChat.Core.Messages;
using BlazorChat.Tests.Features.Threads;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Saved;

public sealed class SavingTests(ChatApp app) : IClassFixture<ChatApp>
{
    private ChatClient ada = null!, grace = null!;
    private string room = "";

    [Fact]
    public async Task What_was_saved_last_comes_first_page_by_page_from_all_rooms_and_threads()
    {
        await BeginAsync();
        var direct = await ada.StartDirectAsync(grace);
        var (one, two) = (await grace.SayAsync(room, "One"), await grace.SayAsync(direct, "Two"));
        var three = await grace.ReplyAsync(one, "Three");
        foreach (var message in new[] { two, three, one, three })
            await SaveAsync(ada, message);

        var page = await SavedAsync(ada, "limit=2");
        var rest = await SavedAsync(ada, $"limit=2&before={page.Messages[^1].Id}");

        Assert.Equal(("One Three", true), (Texts(page), page.HasMore));
        Assert.Equal(("Two", false), (Texts(rest), rest.HasMore));
        Assert.Empty((await SavedAsync(grace)).Messages);
    }

    [Fact]
    public async Task My_other_devices_are_told_live_and_in_replay_and_nobody_else_is()
    {
        await BeginAsync();
        var message = await grace.SayAsync(room, "Keep this");
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        await using var mine = await ada.OpenStreamAsync();
        await using var theirs = await grace.OpenStreamAsync();

        await SaveAsync(ada, message);
        await SaveAsync(ada, message);
        await SaveAsync(ada, message, saved: false);
        await SaveAsync(ada, message, saved: false);
        await SaveAsync(ada, message);
        await grace.SayAsync(room, "After");

        var told = (await mine.UntilMessageAsync("After")).Where(e => e.Name == "saved").ToList();
        Assert.Equal(3, told.Count);
        Assert.All(told, e => Assert.Equal((room, message.Id), (e["room_id"].GetString(), e["message_id"].GetString())));
        Assert.True(told[^1]["saved"].GetBoolean());
        Assert.DoesNotContain(await theirs.UntilMessageAsync("After"), e => e.Name == "saved");
        Assert.Equal([true, true, true], (await MissedAsync(ada, cursor)).Select(e => e.GetProperty("saved").GetBoolean()));
        Assert.Empty(await MissedAsync(grace, cursor));
        Assert.DoesNotContain("saved", (await grace.GetAsync($"/chat/room/{room}/history"))["messages"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_message_is_no_longer_saved_and_cannot_be()
    {
        await BeginAsync();
        var message = await grace.SayAsync(room, "Gone soon");
        await SaveAsync(ada, message);
        await using var mine = await ada.OpenStreamAsync();

        await grace.DeleteAsync(message);

        Assert.False((await mine.NextAsync("saved"))["saved"].GetBoolean());
        Assert.Empty((await SavedAsync(ada)).Messages);
        var again = await ada.PutAsync($"/chat/messages/{message.Id}/save", new { });
        Assert.Equal((409, "message_deleted"), (again.Status, again.Code));
        Assert.Equal(204, (await ada.DeleteAsync($"/chat/messages/{message.Id}/save")).Status);
    }

    [Fact]
    public async Task Who_may_no_longer_read_the_room_finds_nothing_of_it_and_finds_it_again_when_back()
    {
        await BeginAsync();
        var (hidden, open) = (await ada.SayAsync(room, "Hidden"), await ada.SayAsync(await ada.CreateRoomAsync(), "Open"));
        await SaveAsync(grace, open);
        await SaveAsync(grace, hidden);
        var cursor = (await grace.HistoryAsync(room)).Cursor;
        await SaveAsync(grace, hidden, saved: false);
        await SaveAsync(grace, hidden);

        await ada.RemoveMemberAsync(room, grace);

        Assert.Equal("Open", Texts(await SavedAsync(grace)));
        Assert.Equal(400, (await grace.GetAsync($"/chat/saved?before={hidden.Id}")).Status);
        Assert.Equal(404, (await grace.DeleteAsync($"/chat/messages/{hidden.Id}/save")).Status);
        Assert.Empty(await MissedAsync(grace, cursor));
        await ada.SetMemberAsync(room, grace, "member");
        Assert.Equal("Hidden Open", Texts(await SavedAsync(grace)));
    }

    [Fact]
    public async Task A_deleted_room_takes_what_was_saved_in_it_along()
    {
        await BeginAsync();
        var message = await ada.SayAsync(room, "In the room");
        await SaveAsync(grace, message);
        Assert.Equal(204, (await ada.DeleteAsync($"/chat/room/{room}")).Status);

        Assert.Empty((await SavedAsync(grace)).Messages);
        Assert.Equal(404, (await grace.PutAsync($"/chat/messages/{message.Id}/save", new { })).Status);
    }

    [Fact]
    public async Task A_blocked_persons_message_stays_among_what_I_saved()
    {
        await BeginAsync();
        await SaveAsync(ada, await grace.SayAsync(room, "Worth keeping"));
        await ada.BlockAsync(grace);

        Assert.Equal("Worth keeping", Texts(await SavedAsync(ada)));
    }

    [Fact]
    public async Task A_deleted_account_leaves_no_list()
    {
        await BeginAsync();
        var browser = await Browser.SignUpAsync(app, "joan");
        await browser.Client.IntroduceAsync();
        await SaveAsync(browser.Client, await ada.SayAsync(await ada.CreateRoomAsync(), "Kept for a while"));

        Assert.Single((await SavedAsync(browser.Client)).Messages);
        await browser.SubmitAsync("/account/manage/delete", "Deletion", ("Password", ChatApp.Password));

        await using var db = app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContext();
        Assert.Equal(401, (await browser.Client.GetAsync("/auth/me")).Status);
        Assert.Empty(await db.Set<SavedMessage>().Where(s => s.UserId == browser.Client.UserId).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_happened_in_a_room_cannot_be_saved_and_nonsense_is_refused()
    {
        await BeginAsync();
        await app.Admin.PostAsync($"/chat/admin/rooms/{room}/enter");
        var entered = (await ada.GetAsync($"/chat/room/{room}/history"))["messages"].EnumerateArray().Single();

        Assert.Equal(403, (await ada.PutAsync($"/chat/messages/{entered.GetProperty("id").GetString()}/save", new { })).Status);
        foreach (var bad in new[] { "limit=0", "limit=201", "before=nothing", "before=-1", "before=999999999" })
            Assert.Equal(400, (await ada.GetAsync($"/chat/saved?{bad}")).Status);
        foreach (var none in new[] { "nothing", "-1", "999999999", "99999999999999999999" })
            Assert.Equal(404, (await ada.PutAsync($"/chat/messages/{none}/save", new { })).Status);
    }

    internal static async Task SaveAsync(ChatClient client, MessageJson message, bool saved = true) => Assert.Equal(
        204, (await client.SendAsync(saved ? HttpMethod.Put : HttpMethod.Delete, $"/chat/messages/{message.Id}/save")).Status);

    internal static async Task<ListJson> SavedAsync(ChatClient client, string query = "") => (await client.GetAsync($"/chat/saved?{query}")).Read<ListJson>();

    private static string Texts(ListJson page) => string.Join(' ', page.Messages.Select(message => message.Text));

    private static async Task<JsonElement[]> MissedAsync(ChatClient client, string cursor) =>
        [.. (await client.GetAsync($"/chat/poll?wait=0&cursor={cursor}"))["events"].EnumerateArray()
            .Where(e => e.GetProperty("event").GetString() == "saved").Select(e => e.GetProperty("data"))];

    private async Task BeginAsync()
    {
        (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        room = await ada.CreatePrivateRoomAsync(grace);
    }
}

/// <summary>A page of messages of all rooms.</summary>
public sealed record ListJson(MessageJson[] Messages, bool HasMore);
