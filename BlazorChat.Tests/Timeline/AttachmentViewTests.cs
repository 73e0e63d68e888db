using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BlazorChat.Core.Files;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Timeline;
using Bunit;

namespace BlazorChat.Tests.Timeline;

public sealed class AttachmentViewTests : BunitContext
{
    [Fact]
    public void A_message_without_a_file_shows_none() =>
        Assert.Empty(Render<AttachmentView>(view => view.Add(v => v.File, null)).Markup);

    [Fact]
    public void A_file_says_what_it_is_called_what_it_is_and_how_large()
    {
        var card = Draw(Some.File("report.pdf", "application/pdf", FileKind.Document)).QuerySelector("a.file-card")!;

        Assert.Equal("report.pdf", card.QuerySelector(".file-name")!.TextContent);
        Assert.Equal("PDF · 1.2 MB", card.QuerySelector(".file-size")!.TextContent);
        Assert.Equal(("chat/files/f1/report.pdf", "report.pdf"), (card.GetAttribute("href"), card.GetAttribute("download")));
    }

    [Fact]
    public void A_name_does_not_decide_what_a_file_is_called() =>
        Assert.Equal("File · 1.2 MB", Draw(Some.File("report.pdf")).QuerySelector(".file-size")!.TextContent);

    [Fact]
    public void Never_lets_a_name_become_markup()
    {
        var attachment = Draw(Some.Picture("\"><script>alert(1)</script>.png", 10, 10));

        Assert.Empty(attachment.QuerySelectorAll("script"));
        Assert.Equal("\"><script>alert(1)</script>.png", attachment.QuerySelector("img")!.GetAttribute("alt"));
    }

    [Theory]
    [InlineData(4000, 3000, 360, 270)]
    [InlineData(3000, 4000, 202, 270)]
    [InlineData(4000, 1000, 360, 90)]
    [InlineData(200, 100, 200, 100)]
    [InlineData(16_000, 2, 360, 1)]
    public void A_picture_has_its_place_before_it_is_loaded(int width, int height, int shownWidth, int shownHeight)
    {
        var image = Draw(Some.Picture("cat.png", width, height)).QuerySelector("a.picture img")!;

        Assert.Equal(($"{shownWidth}", $"{shownHeight}"), (image.GetAttribute("width"), image.GetAttribute("height")));
        Assert.Equal(("chat/files/f1/thumbnail", "lazy", "cat.png"), (image.GetAttribute("src"), image.GetAttribute("loading"), image.GetAttribute("alt")));
    }

    [Fact]
    public void A_picture_opens_large_and_can_be_downloaded()
    {
        var attachment = Draw(Some.Picture("cat.png", 4000, 3000));

        var large = attachment.QuerySelector("a[data-lightbox]")!;
        Assert.Equal(("chat/files/f1/cat.png", "4000", "3000"), (large.GetAttribute("href"), large.GetAttribute("data-width"), large.GetAttribute("data-height")));
        Assert.Equal("cat.png", attachment.QuerySelector("a.download")!.GetAttribute("download"));
    }

    [Fact]
    public void A_picture_keeps_its_card_at_hand_for_when_it_cannot_be_loaded()
    {
        var kept = (IHtmlTemplateElement)Draw(Some.Picture("cat.png", 4000, 3000)).QuerySelector("template")!;

        Assert.Equal("cat.png", kept.Content.QuerySelector(".file-card .file-name")!.TextContent);
    }

    [Fact]
    public void Only_what_moves_says_so()
    {
        Assert.Null(Draw(Some.Picture("cat.png", 10, 10)).QuerySelector(".moving"));
        Assert.NotNull(Draw(Some.Picture("cat.gif", 10, 10) with { ContentType = "image/gif" }).QuerySelector(".moving"));
    }

    [Fact]
    public void A_picture_without_a_small_one_is_only_offered() =>
        Assert.Empty(Draw(Some.Picture("cat.png", 10, 10) with { ThumbnailUrl = null }).QuerySelectorAll("img"));

    [Theory]
    [InlineData(FileKind.Image)]
    [InlineData(FileKind.Audio)]
    [InlineData(FileKind.Video)]
    public void What_browsers_may_not_show_is_only_offered(FileKind kind)
    {
        var attachment = Draw(Some.Picture("x", 10, 10) with { Kind = kind, ShowsInline = false });

        Assert.Empty(attachment.QuerySelectorAll("img, audio, video"));
        Assert.NotNull(attachment.QuerySelector("a.file-card[download]"));
    }

    [Theory]
    [InlineData(FileKind.Audio, "audio")]
    [InlineData(FileKind.Video, "video")]
    public void Sound_and_films_can_be_played_where_they_are_and_downloaded(FileKind kind, string element)
    {
        var attachment = Draw(Some.File("x", "x/x", kind) with { ShowsInline = true });

        var player = attachment.QuerySelector(element)!;
        Assert.True(player.HasAttribute("controls"));
        Assert.Equal(("metadata", "chat/files/f1/x"), (player.GetAttribute("preload"), player.GetAttribute("src")));
        Assert.NotNull(attachment.QuerySelector("a[download]"));
    }

    private IElement Draw(FileView file) => Render<AttachmentView>(view => view.Add(v => v.File, file)).Find(".attachment");
}
