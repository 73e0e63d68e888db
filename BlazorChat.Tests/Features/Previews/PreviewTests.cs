using System.Text.Json;
using BlazorChat.Core.Messages;
using BlazorChat.Tests.Features.Threads;
using BlazorChat.Web.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Previews;

public sealed class PreviewTests(PreviewApp app) : IClassFixture<PreviewApp>
{
    private ChatClient ada = null!, grace = null!;
    private string room = "";
    private Listener stream = null!;

    [Fact]
    public async Task A_link_gets_a_title_a_description_and_a_picture_of_our_own()
    {
        await BeginAsync();
        var picture = app.Site.Picture(1200, 630);
        var page = app.Site.Page($"<title>T</title><meta property=og:title content='A page'><meta property=og:description content='About it'><meta property=og:site_name content='The site'><meta property=og:image content='{new Uri(picture).AbsolutePath}'>");

        var message = await ada.SayAsync(room, $"Look: {page}#part.");

        var told = await stream.NextAsync("previews");
        Assert.Equal((room, message.Id), (told["room_id"].GetString(), told["message_id"].GetString()));
        var preview = Assert.Single(told["previews"].EnumerateArray());
        Assert.Equal((page + "#part", "A page", "About it", "The site"), (Text(preview, "url"), Text(preview, "title"), Text(preview, "description"), Text(preview, "site_name")));
        Assert.Equal((360, 189), (preview.GetProperty("image_width").GetInt32(), preview.GetProperty("image_height").GetInt32()));
        Assert.Equal(told["previews"].GetRawText(), (await PreviewsAsync(message)).GetRawText());
        Assert.Contains("class=\"link-card\"", told["item_html"].GetString(), StringComparison.Ordinal);

        var address = Text(preview, "image_url")!;
        var shown = await grace.GetAsync(address);
        Assert.Equal((200, "image/webp", "RIFF"), (shown.Status, shown.ContentType, System.Text.Encoding.ASCII.GetString(shown.Bytes, 0, 4)));
        Assert.Equal(404, (await (await app.SignUpAsync("stranger")).GetAsync(address)).Status);
        Assert.Equal(401, (await app.Anonymous.GetAsync(address)).Status);
    }

    [Fact]
    public async Task The_first_three_links_have_one_in_their_order_told_at_once_and_what_fails_is_left_out()
    {
        await BeginAsync();
        var (one, missing, three, four) = (Page("One"), app.Site.At("127.0.0.1", "missing"), Page("Three"), Page("Four"));

        var message = await ada.SayAsync(room, $"{one} {missing} {one} {three} {four}");

        Assert.Equal(["One", "Three"], Titles((await stream.NextAsync("previews"))["previews"]));
        Assert.Equal(0, app.Site.CountOf(four));
        Assert.Equal(["One", "Three"], Titles(await PreviewsAsync(message)));
    }

    [Fact]
    public async Task A_page_is_fetched_once_for_all_messages_and_one_that_fails_is_not_tried_again_at_once()
    {
        await BeginAsync();
        var (page, missing) = (Page("Often"), app.Site.At("127.0.0.1", "missing-" + room));
        await ada.SayAsync(room, $"{page} {missing}");
        await stream.NextAsync("previews");

        await grace.SayAsync(room, $"Again: {page} {missing}");
        await stream.NextAsync("previews");

        Assert.Equal((1, 1), (app.Site.CountOf(page), app.Site.CountOf(missing)));
    }

    [Fact]
    public async Task What_is_removed_does_not_come_back_by_an_edit_that_keeps_the_link()
    {
        await BeginAsync();
        var (one, two, three) = (Page("One"), Page("Two"), Page("Three"));
        var message = await ada.SayAsync(room, $"{one} {two}");
        await stream.NextAsync("previews");

        Assert.Equal(403, (await grace.DeleteAsync($"/chat/messages/{message.Id}/previews/0")).Status);
        Assert.Equal(204, (await ada.DeleteAsync($"/chat/messages/{message.Id}/previews/0?url={Uri.EscapeDataString(one)}")).Status);
        Assert.Equal(["Two"], Titles((await stream.NextAsync("previews"))["previews"]));
        // The others have moved up: what was meant is gone already.
        Assert.Equal(204, (await ada.DeleteAsync($"/chat/messages/{message.Id}/previews/0?url={Uri.EscapeDataString(one)}")).Status);
        await ada.EditAsync(message, $"{one} {two} {three}");

        Assert.Equal(["Two", "Three"], Titles((await stream.NextAsync("previews"))["previews"]));
        Assert.Equal(["Two", "Three"], Titles(await PreviewsAsync(message)));
    }

    [Fact]
    public async Task A_moderator_removes_others_previews_and_it_is_in_the_audit_log()
    {
        await BeginAsync();
        var message = await grace.SayAsync(room, Page("Spam"));
        await stream.NextAsync("previews");

        Assert.Equal(204, (await ada.DeleteAsync($"/chat/messages/{message.Id}/previews/0")).Status);

        Assert.Empty((await stream.NextAsync("previews"))["previews"].EnumerateArray());
        await using var db = await OpenAsync();
        Assert.True(await db.Audit.AnyAsync(entry => entry.Action == "preview.remove" && entry.RoomId == room, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_edit_shows_no_preview_of_a_link_that_it_takes_out()
    {
        await BeginAsync();
        var (one, two) = (Page("One"), Page("Two"));
        var message = await ada.SayAsync(room, one);
        await stream.NextAsync("previews");

        await ada.EditAsync(message, $"No: {two}");

        Assert.Empty((await stream.NextAsync("message_edited"))["previews"].EnumerateArray());
        Assert.Equal(["Two"], Titles((await stream.NextAsync("previews"))["previews"]));
    }

    [Fact]
    public async Task What_is_deleted_takes_its_pictures_with_it_unless_another_message_shows_them()
    {
        await BeginAsync();
        var page = app.Site.Page($"<title>Pictured</title><meta property=og:image content='{app.Site.Picture(300, 300)}'>");
        var (first, second) = (await ada.SayAsync(room, page), await grace.SayAsync(room, page));
        var picture = Text((await stream.NextAsync("previews"))["previews"][0], "image_url")!;
        await stream.NextAsync("previews");

        await ada.DeleteAsync(first);
        Assert.Empty((await PreviewsAsync(first)).EnumerateArray());
        Assert.Equal(200, (await ada.GetAsync(picture)).Status);

        await grace.DeleteAsync(second);
        Assert.Equal(404, (await ada.GetAsync(picture)).Status);
        await GoneAsync(picture);
    }

    [Fact]
    public async Task A_deleted_room_takes_its_pictures_with_it()
    {
        await BeginAsync();
        await ada.SayAsync(room, app.Site.Page($"<title>Pictured</title><meta property=og:image content='{app.Site.Picture(300, 300)}'>"));
        var picture = Text((await stream.NextAsync("previews"))["previews"][0], "image_url")!;

        Assert.Equal(204, (await ada.DeleteAsync($"/chat/room/{room}")).Status);

        await GoneAsync(picture);
    }

    [Fact]
    public async Task A_room_may_be_without_previews()
    {
        await BeginAsync();
        var (page, after) = (Page("Not here"), Page("Here"));
        Assert.False((await ada.PatchAsync($"/chat/room/{room}", new { link_previews = false }))["link_previews"].GetBoolean());
        await ada.SayAsync(room, page);
        var other = await ada.CreateRoomAsync();
        await using var there = await ada.OpenStreamAsync(other);

        await ada.SayAsync(other, after); // which comes after it in the log

        await there.NextAsync("previews");
        Assert.Equal(0, app.Site.CountOf(page));
    }

    [Fact]
    public async Task Links_to_this_chat_are_not_fetched()
    {
        await BeginAsync();

        await ada.SayAsync(room, $"http://chat.example.org/room/general {Page("Elsewhere")}");

        Assert.Equal(["Elsewhere"], Titles((await stream.NextAsync("previews"))["previews"]));
        await using var db = await OpenAsync();
        Assert.False(await db.Set<LinkedPage>().AnyAsync(p => p.Url.Contains("chat.example.org"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Replies_have_them_too_and_replay_tells_them()
    {
        await BeginAsync();
        var root = await ada.SayAsync(room, "Thread");
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        var reply = await grace.ReplyAsync(root, Page("In a thread"));
        await stream.NextAsync("previews");

        await using var replay = await ada.OpenStreamAsync(room, cursor: cursor);

        Assert.Equal(["In a thread"], Titles((await replay.NextAsync("message"))["previews"]));
        Assert.Equal(reply.Id, (await replay.NextAsync("previews"))["message_id"].GetString());
    }

    [Fact]
    public async Task A_slow_site_holds_up_nobody_elses_preview()
    {
        await BeginAsync();
        var hold = new TaskCompletionSource();
        var slow = app.Site.Answer("slow-" + room, async http =>
        {
            await hold.Task.WaitAsync(http.RequestAborted);
            http.Response.ContentType = "text/html";
            await http.Response.WriteAsync("<title>At last</title>");
        });
        await ada.SayAsync(room, slow);

        var quick = await ada.SayAsync(room, Page("Quick"));

        var first = await stream.NextAsync("previews");
        Assert.Equal(quick.Id, first["message_id"].GetString());
        hold.SetResult();
    }

    private async Task BeginAsync()
    {
        (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        room = await ada.CreatePrivateRoomAsync(grace);
        stream = await ada.OpenStreamAtAsync($"/chat/room/{room}/events?html=1");
    }

    private string Page(string title) => app.Site.Page($"<title>{title}</title>");

    private async Task<JsonElement> PreviewsAsync(MessageJson message) =>
        (await ada.GetAsync($"/chat/room/{room}/history"))["messages"].EnumerateArray().Single(one => Text(one, "id") == message.Id).GetProperty("previews");

    private Task GoneAsync(string picture) => StoredBytes.UntilAsync(
        () => !File.Exists(Path.Combine(app.Data, "previews", Path.GetFileName(picture)[..2], Path.GetFileName(picture))), "the picture is gone");

    private Task<ChatDb> OpenAsync() => app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static IEnumerable<string?> Titles(JsonElement previews) => previews.EnumerateArray().Select(preview => Text(preview, "title"));
}
