using System.Net.Http.Headers;
using System.Text;

namespace BlazorChat.Tests.Features.Files.Downloading;

public sealed class DownloadTests(ChatApp app) : IClassFixture<ChatApp>
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("The Analytical Engine has no pretensions whatever to originate anything.");

    [Theory]
    [InlineData("bytes=4-13", 206, "Analytical")]
    [InlineData("bytes=-9", 206, "anything.")]
    [InlineData("bytes=63-", 206, "anything.")]
    [InlineData("bytes=1000-", 416, "")]
    public async Task A_part_can_be_asked_for(string range, int status, string part)
    {
        var (ada, shared) = await ShareAsync("note.txt");

        var got = await ada.SendAsync(Ask(shared, request => request.Headers.Add("Range", range)));

        Assert.Equal((status, part), (got.Status, got.Text));
    }

    [Fact]
    public async Task The_head_tells_the_length_and_that_parts_can_be_had()
    {
        var (ada, shared) = await ShareAsync("note.txt");
        using var request = new HttpRequestMessage(HttpMethod.Head, shared.FileUrl);

        using var head = await ada.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(Text.Length, head.Content.Headers.ContentLength);
        Assert.Equal(["bytes"], head.Headers.AcceptRanges);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_one_has_already_is_not_sent_again()
    {
        var (ada, shared) = await ShareAsync("note.txt");
        var tag = (await ada.GetAsync(shared.FileUrl!)).Header("ETag")!;

        var again = await ada.SendAsync(Ask(shared, request => request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(tag))));
        var part = await ada.SendAsync(Ask(shared, request =>
        {
            request.Headers.Add("Range", "bytes=0-2");
            request.Headers.IfRange = new RangeConditionHeaderValue("\"another\"");
        }));

        Assert.Equal((304, 0), (again.Status, again.Bytes.Length));
        Assert.Equal((200, Text.Length), (part.Status, part.Bytes.Length));
    }

    [Fact]
    public async Task Nothing_in_a_file_runs_as_a_part_of_the_chat()
    {
        var (ada, shared) = await ShareAsync("note.txt");

        var got = await ada.GetAsync(shared.FileUrl!);

        Assert.Equal("nosniff", got.Header("X-Content-Type-Options"));
        Assert.Contains("sandbox", got.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", got.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(("no-store", "same-origin"), (got.Header("Cache-Control"), got.Header("Cross-Origin-Resource-Policy")));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\ada\\report.pdf", "report.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1.txt", "aSet-Cookie: x=1.txt")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("Übersicht \"neu\" 日本.txt", "Übersicht \"neu\" 日本.txt")]
    [InlineData("..", "file")]
    [InlineData("thumbnail", "thumbnail_")]
    public async Task A_name_is_for_showing_only(string given, string shown)
    {
        var (ada, shared) = await ShareAsync(given);

        using var got = await ada.Http.GetAsync(shared.FileUrl, TestContext.Current.CancellationToken);

        Assert.Equal(shown, shared.FileName);
        var disposition = got.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", shown), (disposition.DispositionType, disposition.FileNameStar));
        Assert.Equal(Text, await got.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task For_a_stranger_there_is_no_such_file_however_they_ask()
    {
        var ada = await app.SignUpAsync("ada");
        var eve = await app.SignUpAsync("eve");
        var room = await ada.CreatePrivateRoomAsync();
        var shared = await ada.ShareAsync(room, "secret.txt", Text);
        var tag = (await ada.GetAsync(shared.FileUrl!)).Header("ETag")!;
        var random = shared.FileUrl!.Replace(shared.File!.FileId, Guid.NewGuid().ToString("N"), StringComparison.Ordinal);

        foreach (var ask in (Action<HttpRequestMessage>[])[
            _ => { }, request => request.Method = HttpMethod.Head, request => request.Headers.Add("Range", "bytes=0-1"),
            request => request.Headers.Add("Range", "bytes=5000-"), request => request.Headers.Add("If-None-Match", tag),
            request => request.Headers.Add("If-Match", "\"other\"")])
            Assert.Equal(Shown(await eve.SendAsync(Ask(random, ask))), Shown(await eve.SendAsync(Ask(shared.FileUrl!, ask))));
        Assert.Equal(404, (await eve.GetAsync(shared.FileUrl!)).Status);
        Assert.Equal(404, (await app.Admin.GetAsync(shared.FileUrl!)).Status);
        Assert.Equal(401, (await app.Anonymous.GetAsync(shared.FileUrl!)).Status);
    }

    [Fact]
    public async Task Someone_who_is_removed_from_the_room_loses_its_files_at_once()
    {
        var ada = await app.SignUpAsync("ada");
        var bob = await app.SignUpAsync("bob");
        var room = await ada.CreatePrivateRoomAsync(bob);
        var shared = await ada.ShareAsync(room, "secret.txt", Text);
        Assert.Equal(200, (await bob.GetAsync(shared.FileUrl!)).Status);

        await ada.RemoveMemberAsync(room, bob);

        Assert.Equal(404, (await bob.GetAsync(shared.FileUrl!)).Status);
    }

    private async Task<(ChatClient Ada, MessageJson Shared)> ShareAsync(string name)
    {
        var ada = await app.SignUpAsync("ada");
        return (ada, await ada.ShareAsync(await ada.CreateRoomAsync(), name, Text));
    }

    private static HttpRequestMessage Ask(MessageJson shared, Action<HttpRequestMessage> how) => Ask(shared.FileUrl!, how);

    private static HttpRequestMessage Ask(string url, Action<HttpRequestMessage> how)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        how(request);
        return request;
    }

    private static string Shown(Reply reply) =>
        $"{reply.Status} {reply.Text} {string.Join('\n', reply.Headers.Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"))}";
}
