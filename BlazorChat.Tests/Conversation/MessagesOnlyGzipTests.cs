using System.Buffers;
using System.IO.Compression;
using System.Text;
using BlazorChat.Web.Conversation;

namespace BlazorChat.Tests.Conversation;

public sealed class MessagesOnlyGzipTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Theory]
    [InlineData(10, 1)]
    [InlineData(10, 7)]
    [InlineData(10, 16_384)]
    [InlineData(70_000, 16_384)]
    [InlineData(140_000, 1_000_000)]
    public void What_comes_out_is_the_page_in_whatever_pieces_it_came(int around, int piece)
    {
        var page = Page(new string('a', around) + "ä", string.Concat(Enumerable.Range(0, 50).Select(i => $"<article>Grüße {i}</article>")), new string('z', around));

        Assert.Equal(page, Text(Compressed(page, piece)));
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

    [Theory]
    [InlineData("<html>No timeline</html>")]
    [InlineData("<chat-timeline></chat-timeline><div class=\"page\">not of the timeline</div>")]
    [InlineData("<chat-timeline><div class=\"page\">never ends")]
    public void A_page_without_messages_has_nothing_to_compress(string page) =>
        Assert.Null(MessagesOnlyGzip.MessagesIn(InPieces(page, 10)));

    private static string Page(string before, string messages, string after) =>
        $"<html>{before}<chat-timeline data-me=\"1\"><div class=\"page\">{messages}</div></chat-timeline>{after}</html>";

    private static byte[] Compressed(string page, int piece = 16 * 1024)
    {
        var whole = InPieces(page, piece);
        var gzip = new ArrayBufferWriter<byte>();
        MessagesOnlyGzip.Compress(whole, MessagesOnlyGzip.MessagesIn(whole)!.Value, gzip);
        return gzip.WrittenSpan.ToArray();
    }

    private static ReadOnlySequence<byte> InPieces(string page, int length)
    {
        Piece? first = null, last = null;
        foreach (var bytes in Encoding.UTF8.GetBytes(page).Chunk(length))
        {
            last = new Piece(bytes, last);
            first ??= last;
        }
        return new(first!, 0, last!, last!.Memory.Length);
    }

    private static string Text(byte[] gzip)
    {
        using var plain = new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress);
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(byte[] bytes, Piece? before)
        {
            Memory = bytes;
            if (before is null)
                return;
            (RunningIndex, before.Next) = (before.RunningIndex + before.Memory.Length, this);
        }
    }
}
