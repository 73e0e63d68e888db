using System.Text.Json;
using BlazorChat.Core.Files;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Files.Listing;

public sealed class RoomFilesTests(ChatApp app) : IClassFixture<ChatApp>
{
    private static readonly byte[] Bytes = "The Analytical Engine"u8.ToArray();

    [Fact]
    public async Task Says_all_about_a_file_and_where_it_comes_from()
    {
        var (ada, room) = await SetUpAsync();
        await ada.PatchAsync("/auth/me", new { display_name = "Ada Lovelace" });
        var shared = await ada.ShareAsync(room, "engine.txt", Bytes, "Look");

        var page = await ada.GetAsync($"/chat/room/{room}/files");

        var file = Assert.Single(page["files"].EnumerateArray());
        Assert.Equal(shared.File, file.Deserialize<FileJson>(Snake.Case));
        Assert.Equal((shared.FileUrl, shared.Id, ada.UserId, ada.Username, "Ada Lovelace", shared.Timestamp), (
            Text(file, "file_url"), Text(file, "message_id"), Text(file, "user_id"), Text(file, "username"),
            Text(file, "display_name"), file.GetProperty("posted_at").GetInt64()));
        Assert.False(page["has_more"].GetBoolean());
        Assert.Equal(Bytes, (await ada.GetAsync(Text(file, "file_url")!)).Bytes);
    }

    [Fact]
    public async Task The_newest_come_first_and_page_by_page_each_comes_once()
    {
        var (ada, room) = await SetUpAsync();
        foreach (var name in new[] { "1", "2", "3", "4", "5" })
            await ada.ShareAsync(room, name, Bytes);
        await ada.SayAsync(room, "No file");

        var first = await ada.GetAsync($"/chat/room/{room}/files?limit=2");
        var second = await ada.GetAsync($"/chat/room/{room}/files?limit=2&before={LastId(first)}");
        var third = await ada.GetAsync($"/chat/room/{room}/files?limit=2&before={LastId(second)}");

        Assert.Equal((["5", "4"], true), (Names(first), HasMore(first)), Same);
        Assert.Equal((["3", "2"], true), (Names(second), HasMore(second)), Same);
        Assert.Equal((["1"], false), (Names(third), HasMore(third)), Same);
        Assert.False(HasMore(await ada.GetAsync($"/chat/room/{room}/files?limit=5")));
    }

    [Fact]
    public async Task Only_those_of_a_kind_are_listed_where_one_is_asked_for()
    {
        var (ada, room) = await SetUpAsync();
        foreach (var kind in Enum.GetValues<FileKind>())
        {
            await PutAsync(ada, room, $"old {kind}", kind);
            await PutAsync(ada, room, $"new {kind}", kind);
        }

        foreach (var kind in Enum.GetValues<FileKind>())
        {
            var word = kind.ToString().ToLowerInvariant();
            var first = await ada.GetAsync($"/chat/room/{room}/files?limit=1&kind={word}");
            var second = await ada.GetAsync($"/chat/room/{room}/files?limit=1&kind={word}&before={LastId(first)}");

            Assert.Equal(([$"new {kind}"], true), (Names(first), HasMore(first)), Same);
            Assert.Equal(([$"old {kind}"], false), (Names(second), HasMore(second)), Same);
            Assert.Equal(word, Text(first["files"][0], "kind"));
        }
    }

    [Theory]
    [InlineData("report", "Report 2026.pdf", "annual REPORT.txt")]
    [InlineData(" 2026 ", "Report 2026.pdf")]
    [InlineData(".txt", "annual REPORT.txt")]
    [InlineData("übersicht", "ÜBERSICHT.ods", "Die Übersicht.ods")]
    [InlineData("100%", "100% sure.doc")]
    [InlineData("a_b", "a_b.zip")]
    [InlineData("\\")]
    [InlineData("привет", "ПРИВЕТ 🚂.jpg", "ПРИВЕТ 🚀.jpg")]
    [InlineData("т 🚂", "ПРИВЕТ 🚂.jpg")]
    [InlineData("nothing of that")]
    public async Task A_name_is_found_by_any_part_of_it_in_whichever_case(string part, params string[] found)
    {
        var (ada, room) = await SetUpAsync();
        foreach (var name in new[]
        {
            "Report 2026.pdf", "annual REPORT.txt", "ÜBERSICHT.ods", "Die Übersicht.ods", "1000 sure.doc", "100% sure.doc", "a_b.zip", "axb.zip",
            "ПРИВЕТ 🚂.jpg", "ПРИВЕТ 🚀.jpg", "äbersicht",
        })
            await ada.ShareAsync(room, name, Bytes);

        var page = await ada.GetAsync($"/chat/room/{room}/files?q={Uri.EscapeDataString(part)}");

        Assert.Equal(found, Names(page).Reverse());
    }

    [Fact]
    public async Task What_is_searched_for_is_found_page_by_page_too()
    {
        var (ada, room) = await SetUpAsync();
        foreach (var name in new[] { "ü1", "other", "ä", "Ü2", "other", "ü3" })
            await ada.ShareAsync(room, name, Bytes);

        var first = await ada.GetAsync($"/chat/room/{room}/files?limit=2&q=ü");
        var second = await ada.GetAsync($"/chat/room/{room}/files?limit=2&q=ü&before={LastId(first)}");

        Assert.Equal((["ü3", "Ü2"], true), (Names(first), HasMore(first)), Same);
        Assert.Equal((["ü1"], false), (Names(second), HasMore(second)), Same);
    }

    [Fact]
    public async Task A_deleted_message_takes_its_file_from_the_list()
    {
        var (ada, room) = await SetUpAsync();
        await ada.ShareAsync(room, "stays", Bytes);
        var gone = await ada.ShareAsync(room, "goes", Bytes);

        await ada.DeleteAsync($"/chat/messages/{gone.Id}");

        Assert.Equal(["stays"], Names(await ada.GetAsync($"/chat/room/{room}/files")));
    }

    [Fact]
    public async Task A_file_that_is_discarded_is_in_no_list_while_its_bytes_are_still_there()
    {
        var (ada, room) = await SetUpAsync();
        var shared = await ada.ShareAsync(room, "going", Bytes);
        await using var db = await DatabaseAsync();
        await db.Attachments.Where(a => a.Id == shared.File!.FileId).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.DiscardedAt, 1), TestContext.Current.CancellationToken);

        Assert.Empty(Names(await ada.GetAsync($"/chat/room/{room}/files")));
        Assert.Equal(["before"], (await ada.GetAsync($"/chat/room/{room}/files?before={shared.File!.FileId}")).Errors);
    }

    [Fact]
    public async Task Another_rooms_files_are_not_among_them()
    {
        var (ada, room) = await SetUpAsync();
        var elsewhere = await ada.ShareAsync(await ada.CreateRoomAsync(), "elsewhere", Bytes);

        Assert.Empty(Names(await ada.GetAsync($"/chat/room/{room}/files")));
        Assert.Equal(["before"], (await ada.GetAsync($"/chat/room/{room}/files?before={elsewhere.File!.FileId}")).Errors);
    }

    [Theory]
    [InlineData("kind=picture", "kind")]
    [InlineData("kind=Image", "kind")]
    [InlineData("kind=1", "kind")]
    [InlineData("before=nothing", "before")]
    [InlineData("before=", "before")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=many", "limit")]
    public async Task What_cannot_be_asked_is_refused_by_its_name(string query, string field)
    {
        var (ada, room) = await SetUpAsync();

        var refused = await ada.GetAsync($"/chat/room/{room}/files?{query}");

        Assert.Equal((400, field), (refused.Status, Assert.Single(refused.Errors)));
    }

    [Theory]
    [InlineData("limit=200")]
    [InlineData("kind=")]
    [InlineData("q=")]
    [InlineData("q=%ED%A0%80")]
    [InlineData("q=%00")]
    [InlineData("unknown=1")]
    public async Task Whatever_else_is_asked_is_answered(string query)
    {
        var (ada, room) = await SetUpAsync();

        Assert.Equal(200, (await ada.GetAsync($"/chat/room/{room}/files?{query}")).Status);
    }

    [Fact]
    public async Task For_a_stranger_there_is_no_such_room_whatever_they_ask()
    {
        var ada = await app.SignUpAsync("ada");
        var eve = await app.SignUpAsync("eve");
        var room = await ada.CreatePrivateRoomAsync();
        var shared = await ada.ShareAsync(room, "secret.txt", Bytes);

        foreach (var query in new[] { "", "?kind=nonsense", "?limit=0", "?before=" + shared.File!.FileId, "?q=secret" })
        {
            var hidden = await eve.GetAsync($"/chat/room/{room}/files{query}");
            Assert.Equal(404, hidden.Status);
            Assert.Equal((await eve.GetAsync($"/chat/room/nowhere/files{query}")).Text, hidden.Text);
        }
    }

    [Fact]
    public async Task Whose_account_is_deleted_is_not_named()
    {
        var (ada, room) = await SetUpAsync();
        var grace = await app.SignUpAsync("grace");
        await grace.ShareAsync(room, "hers", Bytes);
        await Browser.DeleteAccountAsync(app, grace);

        Assert.DoesNotContain(grace.Username, (await ada.GetAsync($"/chat/room/{room}/files")).Text, StringComparison.Ordinal);
    }

    private static IEqualityComparer<(string[] Names, bool HasMore)> Same { get; } =
        EqualityComparer<(string[] Names, bool HasMore)>.Create((a, b) => a.Names.SequenceEqual(b.Names) && a.HasMore == b.HasMore, _ => 0);

    private async Task<(ChatClient Ada, string Room)> SetUpAsync()
    {
        var ada = await app.SignUpAsync("ada");
        return (ada, await ada.CreateRoomAsync());
    }

    // A file of a kind, without bytes that are of it.
    private async Task PutAsync(ChatClient sender, string room, string name, FileKind kind)
    {
        var said = await sender.SayAsync(room, name);
        await using var db = await DatabaseAsync();
        var message = await db.Messages.SingleAsync(m => m.Id == long.Parse(said.Id), TestContext.Current.CancellationToken);
        db.Attachments.Add(Attachment.To(message, FileName.Clean(name), new FileContent(
            new string('0', 64), 1, new FileType("application/octet-stream", kind, ShowsInline: false), Picture: null)));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private Task<ChatDb> DatabaseAsync() =>
        app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    private static string[] Names(Reply page) => [.. page["files"].EnumerateArray().Select(file => Text(file, "name")!)];

    private static string LastId(Reply page) => Text(page["files"].EnumerateArray().Last(), "file_id")!;

    private static bool HasMore(Reply page) => page["has_more"].GetBoolean();

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
