using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using BlazorChat.Web.Bundles;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Bundles;

public sealed class SiteBundlesTests(ChatApp app) : IClassFixture<ChatApp>
{
    private SiteBundles Bundles => app.Services.GetRequiredService<SiteBundles>();

    [Fact]
    public async Task The_style_bundle_holds_each_sheet_once_in_the_order_of_their_names()
    {
        var sheets = Directory.EnumerateFiles(Path.Combine(Repository.Root, "BlazorChat.Web", "wwwroot", "css")).Order(StringComparer.Ordinal);

        Assert.Equal(string.Join('\n', await Task.WhenAll(sheets.Select(sheet => File.ReadAllTextAsync(sheet)))), Bundles["chat.css"].Text);
    }

    [Theory]
    [InlineData("chat.js")]
    [InlineData("admin.js")]
    [InlineData("passkeys.js")]
    [InlineData("picture-form.js")]
    public async Task A_script_bundle_is_a_module(string name)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["--check", "--input-type=module", "-"]) { RedirectStandardInput = true, RedirectStandardError = true })!;
        await node.StandardInput.WriteAsync(Bundles[name].Text.AsMemory(), TestContext.Current.CancellationToken);
        node.StandardInput.Close();
        Assert.Equal("", await node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task All_that_a_page_names_may_be_kept_forever_and_comes_compressed()
    {
        var page = Browser.Parse(await app.Anonymous.GetAsync("/account/login"));
        var named = page.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src")!)
            .Concat(page.QuerySelectorAll("link[rel=stylesheet]").Select(sheet => sheet.GetAttribute("href")!)).ToList();

        Assert.Contains(Bundles["chat.css"].Address, named);
        Assert.Contains(Bundles["passkeys.js"].Address, named);
        foreach (var address in named)
        {
            using var answer = await GetAsync(address, "gzip");
            Assert.True(answer.Headers.CacheControl!.ToString() is var kept && kept.Contains("max-age=31536000", StringComparison.Ordinal) && kept.Contains("immutable", StringComparison.Ordinal), $"{address}: {kept}");
            Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("")]
    public async Task It_comes_as_the_browser_takes_it(string encoding)
    {
        using var answer = await GetAsync(Bundles["chat.js"].Address, encoding);

        var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var plain = encoding switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body };
        Assert.Equal(Bundles["chat.js"].Text, await new StreamReader(plain, Encoding.UTF8).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task During_an_upgrade_a_page_of_another_version_gets_what_there_is_and_nobody_keeps_it()
    {
        var other = await app.Anonymous.GetAsync("/bundle/chat.0123456789ab.js");

        Assert.Equal((200, "no-store", Bundles["chat.js"].Text), (other.Status, other.Header("Cache-Control"), other.Text));
        Assert.Equal(404, (await app.Anonymous.GetAsync("/bundle/nothing.0123456789ab.js")).Status);
    }

    private async Task<HttpResponseMessage> GetAsync(string address, string accepted)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", accepted);
        var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return answer;
    }
}
