using System.Text.RegularExpressions;
using Xunit;

namespace BlazorChat.Tests.Layout;

public sealed partial class StyleSheetsTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_page_links_each_style_sheet_once_in_the_order_of_their_names() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "BlazorChat.Web", "wwwroot", "css"))
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal),
        (await LinkedAsync()).Select(address => Own().Match(address).Groups[1].Value));

    // Browsers never ask for such an address again.
    [Fact]
    public async Task Each_address_changes_with_what_it_leads_to() =>
        Assert.All(await LinkedAsync(), address => Assert.Matches(@"^css/[\w-]+\.\w{10}\.css$", address));

    private async Task<IReadOnlyList<string>> LinkedAsync() =>
    [
        .. Browser.Parse(await app.Anonymous.GetAsync("/account/login")).QuerySelectorAll("link[rel=stylesheet]")
            .Select(link => link.GetAttribute("href")!).Where(address => Own().IsMatch(address)),
    ];

    [GeneratedRegex(@"^css/(\d\d-[a-z-]+)\.")]
    private static partial Regex Own();
}
