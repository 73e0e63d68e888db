using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace BlazorChat.Tests.Hosting;

public sealed class ChatBelowAPath : ChatApp
{
    public const string Path = "/chat-app";

    private ChatBelowAPath(MailServer mail) : base(
    [
        ("Chat:PathBase", Path), ("Chat:PublicUrl", "https://example.org"), ("Chat:Smtp:Host", "127.0.0.1"),
        ("Chat:Smtp:Port", $"{mail.Port}"), ("Chat:Smtp:Security", "None"), ("Chat:Smtp:From", "chat@example.org"),
    ]) => Mail = mail;

    public ChatBelowAPath() : this(new MailServer())
    {
    }

    public MailServer Mail { get; }

    /// <summary>The first one to sign up, in a browser: they administer the chat.</summary>
    public Browser Ada { get; private set; } = null!;

    protected override bool HasAdmin => false;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Ada = new Browser(this, Path);
        Assert.Equal(302, (await Ada.SubmitAsync("/account/register", "Input", ("Username", "ada"), ("Password", Password))).Status);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Mail.DisposeAsync();
    }
}

public sealed class PathBaseTests(ChatBelowAPath app) : IClassFixture<ChatBelowAPath>
{
    private const string Named = "a[href], link[href], script[src], img[src], audio[src], video[src], form[action]";

    [Theory]
    [InlineData("/account/login")]
    [InlineData("/account/register")]
    [InlineData("/account/forgot")]
    public Task What_a_door_names_is_there(string page) => EverythingIsThereAsync(new Browser(app, ChatBelowAPath.Path), page);

    [Theory]
    [InlineData("/room/general")]
    [InlineData("/room/general/files")]
    [InlineData("/account/manage")]
    [InlineData("/account/manage/security")]
    [InlineData("/account/manage/sessions")]
    [InlineData("/admin")]
    [InlineData("/admin/people")]
    [InlineData("/admin/rooms")]
    public async Task What_a_page_names_is_there(string page)
    {
        await app.Ada.Client.SendAsync(HttpMethod.Put, "/auth/me/avatar", Features.People.ProfileTests.Image(PngFile.Black(4, 4)));
        await app.Ada.Client.ShareAsync("general", "cat.png", PngFile.Black(400, 300));

        await EverythingIsThereAsync(app.Ada, page);
    }

    [Fact]
    public async Task Outside_of_the_path_there_is_nothing()
    {
        foreach (var path in new[] { "/", "/room/general", "/account/login", "/chat/rooms", "/health/live", "/css/theme.css", "/CHAT-APP/account/login", "/chat-apps/account/login" })
            Assert.Equal(404, (await app.Anonymous.GetAsync(path)).Status);
        Assert.Equal("/chat-app/", (await app.Anonymous.GetAsync("/chat-app")).Header("Location"));
        Assert.Equal(200, (await app.Anonymous.GetAsync("/chat-app/health/live")).Status);
    }

    [Fact]
    public async Task Someone_who_is_asked_to_sign_in_comes_back_to_where_they_were()
    {
        var browser = new Browser(app, ChatBelowAPath.Path);
        var toTheDoor = await browser.Client.GetAsync("/room/general");
        Assert.EndsWith("/chat-app/account/login?ReturnUrl=%2Fchat-app%2Froom%2Fgeneral", toTheDoor.Header("Location"), StringComparison.Ordinal);

        var door = new Uri(toTheDoor.Header("Location")!).PathAndQuery;
        var signedIn = await browser.SubmitAsync(door, "Input", ("Username", "ada"), ("Password", ChatApp.Password));

        Assert.Equal("/chat-app/room/general", new Uri(app.Address, signedIn.Header("Location")).AbsolutePath);
        Assert.Equal(200, (await browser.Client.GetAsync("/room/general")).Status);
        Assert.All(browser.Cookies.GetAllCookies(), cookie => Assert.Equal("/chat-app", cookie.Path));
    }

    [Fact]
    public async Task Addresses_in_answers_and_events_lead_to_what_they_name()
    {
        var made = await app.Ada.Client.PostAsync("/chat/rooms", new { name = "Engine room", kind = "public" });
        Assert.Equal(200, (await app.Ada.Client.GetAsync(made.Header("Location")!)).Status);
        var room = made["id"].GetString()!;
        Assert.StartsWith("/chat-app/chat/", made.Header("Location"), StringComparison.Ordinal);
        var avatar = (await app.Ada.Client.SendAsync(HttpMethod.Put, "/auth/me/avatar", Features.People.ProfileTests.Image(PngFile.Black(4, 4))))["avatar_url"].GetString()!;
        var invite = await app.Ada.Client.PostAsync($"/chat/room/{room}/invites", new { });
        Assert.Equal(200, (await app.Ada.Client.GetAsync(new Uri(invite["url"].GetString()!).AbsolutePath)).Status);

        var shared = await app.Ada.Client.PostAsync("/chat/files", Sharing.Form(room, "cat.png", PngFile.Black(400, 300)));
        var polled = await app.Ada.Client.GetAsync($"/chat/room/{room}/poll?wait=0");
        foreach (var message in new[] { shared["message"], (await app.Ada.Client.GetAsync($"/chat/room/{room}/history"))["messages"][0] })
        {
            Assert.Equal(avatar, message.GetProperty("avatar_url").GetString());
            foreach (var url in new[] { avatar, message.GetProperty("file_url").GetString()!, message.GetProperty("file").GetProperty("thumbnail_url").GetString()! })
            {
                Assert.StartsWith("/chat-app/chat/", url, StringComparison.Ordinal);
                Assert.Equal(200, (await app.Ada.Client.GetAsync(url)).Status);
            }
        }
        Assert.Equal(200, polled.Status);
    }

    [Fact]
    public async Task Links_in_mails_lead_below_the_path()
    {
        var grace = new Browser(app, ChatBelowAPath.Path);
        var fields = new[] { ("Username", "grace"), ("Password", ChatApp.Password), ("Email", "grace@example.org") };
        Assert.Equal(302, (await grace.SubmitAsync("/account/register", "Input", fields)).Status);

        var link = Regex.Match((await app.Mail.NextAsync()).TextBody!, "https://\\S+").Value;

        Assert.StartsWith("https://example.org/chat-app/account/confirm-email?", link, StringComparison.Ordinal);
        Assert.Equal(200, (await grace.Client.GetAsync(new Uri(link).PathAndQuery)).Status);
    }

    // Followed as a browser does: by the page's base.
    private async Task EverythingIsThereAsync(Browser browser, string path)
    {
        var page = await browser.OpenAsync(path);
        var root = new Uri(app.Address, page.QuerySelector("base")!.GetAttribute("href"));
        var named = page.QuerySelectorAll(Named)
            .Select(element => new Uri(root, element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action")))
            .Where(address => address.Host == app.Address.Host).Select(address => address.PathAndQuery).Distinct().ToList();

        Assert.NotEmpty(named);
        foreach (var address in named)
        {
            Assert.StartsWith("/chat-app/", address, StringComparison.Ordinal);
            var answer = await browser.Client.GetAsync(address);
            // Signing out is posted.
            var isThere = answer.Status == 200 || address.EndsWith("/account/logout", StringComparison.Ordinal) || answer.Header("Location") is { } location &&
                new Uri(app.Address, location).AbsolutePath.StartsWith("/chat-app/", StringComparison.Ordinal);
            Assert.True(isThere, $"{path} names {address}: {answer.Status}");
            Assert.Equal(404, (await app.Anonymous.GetAsync(address["/chat-app".Length..])).Status);
        }
    }
}
