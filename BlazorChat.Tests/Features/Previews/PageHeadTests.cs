using System.Text;
using BlazorChat.Web.Features.Previews.Fetching;

namespace BlazorChat.Tests.Features.Previews;

public sealed class PageHeadTests
{
    static PageHeadTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("<title>Plain</title>", "Plain", "", "")]
    [InlineData("<title> Two\n lines </title><meta name=description content='What it is'>", "Two lines", "What it is", "")]
    [InlineData("<title>Plain</title><meta property='og:title' content='A &amp; B'><meta property=og:description content=Open><meta property=og:site_name content=Site>", "A & B", "Open", "Site")]
    [InlineData("<meta name=twitter:title content=Bird><meta name=twitter:description content=Sings>", "Bird", "Sings", "")]
    [InlineData("<meta property=og:title content='  '><title>Fallback</title>", "Fallback", "", "")]
    [InlineData("<title>Same</title><meta name=description content=Same>", "Same", "", "")]
    [InlineData("<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>", "<script>alert(1)</script>", "", "")]
    [InlineData("<title>\u202Egnihsihp\u202C \u2066x\u2069</title>", "gnihsihp x", "", "")]
    [InlineData("<title>مرحبا بالعالم</title>", "مرحبا بالعالم", "", "")]
    public void It_says_what_the_page_is(string head, string title, string description, string site)
    {
        var read = PageHead.Read(Encoding.UTF8.GetBytes(head + "</head><body>"), "utf-8");

        Assert.Equal((title, description, site), (read?.Summary.Title, read?.Summary.Description, read?.Summary.SiteName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<title></title>")]
    [InlineData("<title>\u3164</title>")]
    [InlineData("<body><title>Late</title></body>")]
    [InlineData("{\"title\":\"JSON\"}")]
    public void A_page_without_a_title_has_none(string page) => Assert.Null(PageHead.Read(Encoding.UTF8.GetBytes(page), null));

    [Theory]
    [InlineData("windows-1251", "Привет, мир")]
    [InlineData("shift_jis", "日本語のページ")]
    [InlineData("gb2312", "中文网页")]
    [InlineData("iso-8859-1", "Grüße")]
    [InlineData("utf-8", "Ünïcödé 👋")]
    [InlineData("utf-16", "Wide 👋")]
    public void It_is_read_in_the_charset_that_the_server_or_the_page_names(string charset, string title)
    {
        var encoding = Encoding.GetEncoding(charset);

        Assert.Equal(title, PageHead.Read(encoding.GetBytes($"<title>{title}</title>"), charset)?.Summary.Title);
        if (charset != "utf-16")
            Assert.Equal(title, PageHead.Read(encoding.GetBytes($"<html><meta charset=\"{charset}\"><title>{title}</title>"), null)?.Summary.Title);
        Assert.Equal(title, PageHead.Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes($"<title>{title}</title>")], "no-such-charset")?.Summary.Title);
    }

    [Fact]
    public void Long_ones_are_cut_between_characters()
    {
        var read = PageHead.Read(Encoding.UTF8.GetBytes($"<title>{string.Concat(Enumerable.Repeat("👋", 1_000))}</title>"), null);

        Assert.Equal(string.Concat(Enumerable.Repeat("👋", 199)) + "…", read?.Summary.Title);
    }

    [Theory]
    [InlineData("<template>")]
    [InlineData("<template><div>")]
    [InlineData("<noscript>")]
    [InlineData("<svg><g>")]
    [InlineData("<meta name=a content=b>")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("<a")]
    [InlineData("&amp")]
    [InlineData("<meta x=\"")]
    [InlineData("\0\u0001\uFFFD")]
    public void However_a_page_is_nested_it_is_read(string again)
    {
        var page = new StringBuilder("<title>Deep</title>");
        while (page.Length < 256 * 1024)
            page.Append(again);

        Assert.Equal("Deep", PageHead.Read(Encoding.UTF8.GetBytes(page.ToString()), null)?.Summary.Title);
    }
}
