using System.Text;
using BlazorChat.Core.Live;

namespace BlazorChat.Tests.Core.Live;

public sealed class ChatEventTests
{
    private static readonly Audience Room = new("general");

    [Fact]
    public void A_new_message_is_framed_without_a_name()
    {
        Assert.Equal("id: e-5\ndata: {}\n\n", Frame(new ChatEvent(Room, 5, "e-5", null, "{}"u8.ToArray()).Plain));
    }

    [Fact]
    public void What_is_never_replayed_is_framed_without_an_id()
    {
        Assert.Equal("event: typing\ndata: {}\n\n", Frame(new ChatEvent(Room, null, null, "typing", "{}"u8.ToArray()).Plain));
    }

    [Fact]
    public void Those_who_want_html_get_it_and_others_do_not()
    {
        var chatEvent = new ChatEvent(Room, 5, "e-5", null, "{}"u8.ToArray(), "[]"u8.ToArray());

        Assert.Contains("[]", Frame(chatEvent.For(Some.Reader("ada") with { WantsHtml = true })), StringComparison.Ordinal);
        Assert.Contains("{}", Frame(chatEvent.For(Some.Reader("ada"))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_is_also_a_chunk_of_a_response()
    {
        var encoded = new ChatEvent(Room, 5, "e-5", null, "{}"u8.ToArray()).Plain;

        Assert.Equal("12\r\nid: e-5\ndata: {}\n\n\r\n", Encoding.UTF8.GetString(encoded.Chunk));
        Assert.Equal("{}", Encoding.UTF8.GetString(encoded.Data.Span));
    }

    private static string Frame(ChatEvent.Encoded encoded) => Encoding.UTF8.GetString(encoded.Frame.Span);
}
