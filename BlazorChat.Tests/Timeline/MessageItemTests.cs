using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Timeline;
using Bunit;
using Xunit;

namespace BlazorChat.Tests.Timeline;

public sealed class MessageItemTests : BunitContext
{
    [Fact]
    public void Says_in_data_what_scripts_need_to_know()
    {
        var article = Draw(Some.Message() with { ClientId = "c-1" });

        Assert.Equal("message-7", article.Id);
        Assert.Equal(("7", "3", "general"), (article.GetAttribute("data-id"), article.GetAttribute("data-number"), article.GetAttribute("data-room")));
        Assert.Equal(("u1", "ada", "c-1"), (article.GetAttribute("data-user"), article.GetAttribute("data-username"), article.GetAttribute("data-client-id")));
    }

    [Fact]
    public void Says_whom_it_addresses_only_if_it_does()
    {
        Assert.Equal("u2 u3", Draw(Some.Message() with { Mentions = ["u2", "u3"] }).GetAttribute("data-mentions"));
        Assert.False(Draw(Some.Message()).HasAttribute("data-mentions"));
    }

    [Fact]
    public void Shows_who_said_what_and_when()
    {
        var article = Draw(Some.Message("Is this thing on?"));

        Assert.Equal("ada", article.QuerySelector(".byline .name")!.TextContent);
        Assert.Equal("Is this thing on?", article.QuerySelector(".text")!.TextContent);
        Assert.Equal("14:05", article.QuerySelector("time")!.TextContent);
        Assert.Equal("2026-11-23T14:05:00Z", article.QuerySelector("time")!.GetAttribute("datetime"));
    }

    [Fact]
    public void Never_lets_text_become_markup()
    {
        var article = Draw(Some.Message("<script>alert('&')</script>\"><img src=x onerror=alert(1)>"));

        Assert.Empty(article.QuerySelectorAll("script, img"));
        Assert.Equal("<script>alert('&')</script>\"><img src=x onerror=alert(1)>", article.QuerySelector(".text")!.TextContent);
        Assert.StartsWith("ada: <script>", article.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void Never_lets_a_name_become_markup() =>
        Assert.Equal("<b>ada</b>", Draw(Some.Message() with { Username = "<b>ada</b>" }).QuerySelector(".name")!.TextContent);

    [Fact]
    public void Marks_what_was_edited_and_says_when()
    {
        var message = Some.Message();
        var article = Draw(message with { EditedAt = message.Timestamp + 60_000 });

        Assert.True(article.HasAttribute("data-edited"));
        var note = article.QuerySelector("time.edited")!;
        Assert.Equal(("edited", "Edited ", "2026-11-23T14:06:00Z"), (note.TextContent, note.GetAttribute("data-before"), note.GetAttribute("datetime")));
    }

    [Fact]
    public void Text_and_names_run_in_their_own_direction()
    {
        var article = Draw(Some.Message("שלום") with { Quote = new QuoteView("5", "u2", "غريس", "مرحبا", false) });

        Assert.All([".text", ".byline .name"], part => Assert.Equal("auto", article.QuerySelector(part)!.GetAttribute("dir")));
        Assert.All([".quote .name", ".quote .excerpt"], part => Assert.Equal("BDI", article.QuerySelector(part)!.TagName));
    }

    [Fact]
    public void A_message_never_edited_has_no_mark() => Assert.False(Draw(Some.Message()).HasAttribute("data-edited"));

    [Fact]
    public void A_deleted_message_keeps_nothing_but_its_place()
    {
        var article = Draw(Some.Message("") with
        {
            Deleted = true, EditedAt = 1, Reactions = [Some.Reaction("👍", "grace")], Quote = new QuoteView("5", "u2", "grace", "Hi", false),
        });

        Assert.True(article.HasAttribute("data-deleted"));
        Assert.Equal("This message was deleted", article.QuerySelector(".text.gone")!.TextContent);
        Assert.Empty(article.QuerySelectorAll(".reaction, .quote, .edited"));
    }

    [Fact]
    public void A_reply_leads_to_what_it_answers()
    {
        var quote = Draw(Some.Message() with { Quote = new QuoteView("5", "u2", "grace", "<i>Hi</i>", false) }).QuerySelector("a.quote")!;

        Assert.Equal("#message-5", quote.GetAttribute("href"));
        Assert.Equal("5", quote.GetAttribute("data-reply-to"));
        Assert.Equal("<i>Hi</i>", quote.QuerySelector(".excerpt")!.TextContent);
    }

    [Fact]
    public void A_reply_to_something_deleted_says_so()
    {
        var quote = Draw(Some.Message() with { Quote = new QuoteView("5", "u2", "grace", "", true) }).QuerySelector("a.quote.gone")!;

        Assert.Equal("message deleted", quote.TextContent.Trim());
    }

    [Fact]
    public void A_long_message_is_announced_by_its_beginning()
    {
        var label = Draw(Some.Message(string.Concat(Enumerable.Repeat("👍", 70)))).GetAttribute("aria-label")!;

        Assert.Equal("ada: " + string.Concat(Enumerable.Repeat("👍", 60)) + "…", label);
    }

    [Fact]
    public void A_file_is_announced_by_its_name_and_what_is_said_about_it()
    {
        var silent = Some.Message("") with { Type = BlazorChat.Core.Messages.MessageType.File, File = Some.File("report.pdf") };

        Assert.Equal("ada sent report.pdf", Draw(silent).GetAttribute("aria-label"));
        Assert.Equal("ada sent report.pdf: Look", Draw(silent with { Text = "Look" }).GetAttribute("aria-label"));
    }

    [Fact]
    public void A_file_about_which_nothing_is_said_has_no_empty_line()
    {
        var article = Draw(Some.Message("") with { Type = BlazorChat.Core.Messages.MessageType.File, File = Some.File("report.pdf") });

        // Style sheets hide what has no child, not even white space.
        Assert.Empty(article.QuerySelector(".text")!.ChildNodes);
        Assert.Equal("file", article.GetAttribute("data-type"));
    }

    [Fact]
    public void A_system_message_has_no_author_line()
    {
        var article = Draw(Some.Message("ada joined") with { Type = BlazorChat.Core.Messages.MessageType.System });

        Assert.Equal("system", article.GetAttribute("data-type"));
        Assert.Empty(article.QuerySelectorAll(".avatar, .byline"));
    }

    private AngleSharp.Dom.IElement Draw(MessageView message) =>
        Render<MessageItem>(item => item.Add(i => i.Message, message)).Find("article");
}
