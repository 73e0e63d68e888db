using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Timeline;
using Bunit;
using Xunit;

namespace BlazorChat.Tests.Timeline;

public sealed class MessageListTests : BunitContext
{
    [Fact]
    public void Shows_the_messages_in_the_order_given()
    {
        var page = Draw([Some.Message("one") with { Id = "1" }, Some.Message("two") with { Id = "2" }], hasMore: true);

        Assert.Equal(["1", "2"], page.QuerySelectorAll("article").Select(a => a.GetAttribute("data-id")));
    }

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    public void Says_whether_there_is_more(bool hasMore, string said) =>
        Assert.Equal(said, Draw([], hasMore).GetAttribute("data-has-more"));

    [Fact]
    public void Says_where_a_stream_takes_over()
    {
        var page = Draw([], hasMore: false);

        Assert.Equal(("general", "e-9"), (page.GetAttribute("data-room"), page.GetAttribute("data-cursor")));
    }

    private AngleSharp.Dom.IElement Draw(IReadOnlyList<MessageView> messages, bool hasMore) => Render<MessageList>(list => list
        .Add(l => l.Messages, messages).Add(l => l.RoomId, "general").Add(l => l.Cursor, "e-9").Add(l => l.HasMore, hasMore)).Find(".page");
}
