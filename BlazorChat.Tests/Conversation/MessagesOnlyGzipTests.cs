using System.IO.Compression;
using System.Text;
using BlazorChat.Web.Conversation;

namespace BlazorChat.Tests.Conversation;

public sealed class MessagesOnlyGzipTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Theory]
    [InlineData(10)]
    [InlineData(70_000)]
    [InlineData(140_000)]
    public void What_comes_out_is_the_page(int around)
    {
        var page = Page(new string('a', around) + "ä", string.Concat(Enumerable.Range(0, 50).Select(i => $"<article>Grüße {i}</article>")), new string('z', around));

        Assert.Equal(page, Text(Compressed(page)));
    }

    [Fact]
    public void Messages_become_small() => Assert.InRange(Compressed(Page("", string.Concat(Enumerable.Repeat("<article class=\"message\">hello</article>", 1000)), "")).Length, 100, 2_000);

    // The one who wrote the message sees how long the page of someone else is.
    [Fact]
    public void A_message_that_guesses_what_is_around_it_makes_the_page_no_shorter()
    {
        int LengthWith(string guess) => Compressed(Page("<a>Merger with Initech</a>", $"<article>{guess}</article>", "<a>Merger with Initech</a>")).Length;

        Assert.Equal(LengthWith("<a>Merger with Xqzvkwy</a>"), LengthWith("<a>Merger with Initech</a>"));
    }

    [Fact]
    public async Task A_room_comes_like_this_and_only_to_those_who_take_it()
    {
        var browser = await Browser.SignUpAsync(app, "ada");
        await app.Admin.PostAsync("/chat/messages", new { room_id = "general", message = "Hello, everyone" });

        var plain = await browser.Client.GetAsync("/room/general");
        browser.Client.Http.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        var compressed = await browser.Client.GetAsync("/room/general");

        Assert.Equal((200, 200), (plain.Status, compressed.Status));
        Assert.Contains("Hello, everyone", plain.Text, StringComparison.Ordinal);
        Assert.Contains("Hello, everyone", Text(compressed.Bytes), StringComparison.Ordinal);
        Assert.True(compressed.Bytes.Length < plain.Bytes.Length);
    }

    [Fact]
    public void A_page_without_messages_stays_as_it_is() => Assert.Null(MessagesOnlyGzip.Compress("<html>No timeline</html>"u8));

    private static string Page(string before, string messages, string after) =>
        $"<html>{before}<chat-timeline data-me=\"1\"><div class=\"page\">{messages}</div></chat-timeline>{after}</html>";

    private static byte[] Compressed(string page) => MessagesOnlyGzip.Compress(Encoding.UTF8.GetBytes(page))!;

    private static string Text(byte[] gzip)
    {
        using var plain = new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress);
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
