using System.Text.RegularExpressions;
using MimeKit;

namespace BlazorChat.Tests.Features.Account;

public sealed class MailApp : ChatApp
{
    private MailApp(MailServer mail) : base(
    [
        ("Chat:Smtp:Host", "127.0.0.1"), ("Chat:Smtp:Port", $"{mail.Port}"), ("Chat:Smtp:Security", "None"),
        ("Chat:Smtp:From", "The chat <chat@example.org>"), ("Chat:PublicUrl", "https://chat.example.org"),
    ]) => Mail = mail;

    public MailApp() : this(new MailServer())
    {
    }

    public MailServer Mail { get; }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Mail.DisposeAsync();
    }
}

// One after the other: what comes next in the mail is what the test asked for.
public sealed class MailTests(MailApp app) : IClassFixture<MailApp>
{
    private const string NewPassword = "another horse battery";

    [Fact]
    public async Task An_address_is_confirmed_by_a_link_that_changes_nothing_until_a_button_is_pressed()
    {
        var (browser, address) = await RegisterAsync();
        var link = LinkIn(await app.Mail.NextAsync(), address, "/account/confirm-email");

        await browser.OpenAsync(link);
        Assert.Contains("Not confirmed yet", (await browser.Client.GetAsync("/account/manage/email")).Text, StringComparison.Ordinal);
        await PressAsync(browser, link);

        Assert.Contains("Confirmed:", (await browser.Client.GetAsync("/account/manage/email")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_who_confirmed_an_address_gets_a_new_password_by_it_once()
    {
        var (browser, address) = await RegisterAsync();
        await PressAsync(browser, LinkIn(await app.Mail.NextAsync(), address, "/account/confirm-email"));
        await AskAsync(address.ToUpperInvariant());

        var link = LinkIn(await app.Mail.NextAsync(), address, "/account/reset");
        var reset = await new Browser(app).SubmitAsync(link, "Input", ("Password", NewPassword));
        var again = await new Browser(app).SubmitAsync(link, "Input", ("Password", "yet another password"));

        Assert.Contains("Your password is changed", reset.Text, StringComparison.Ordinal);
        Assert.Contains("used up", again.Text, StringComparison.Ordinal);
        Assert.Equal(401, (await browser.Client.GetAsync("/auth/me")).Status);
        Assert.Equal(200, (await app.Anonymous.PostAsync(
            "/auth/token", new { username = browser.Client.Username, password = NewPassword })).Status);
    }

    [Fact]
    public async Task Known_unknown_and_unconfirmed_addresses_get_the_same_answer_and_only_confirmed_ones_mail()
    {
        var (browser, confirmed) = await RegisterAsync();
        await PressAsync(browser, LinkIn(await app.Mail.NextAsync(), confirmed, "/account/confirm-email"));
        var (_, unconfirmed) = await RegisterAsync();
        await app.Mail.NextAsync();

        var answers = new List<string>();
        foreach (var address in new[] { $"{Guid.NewGuid():N}@example.org", unconfirmed, confirmed })
            answers.Add(Browser.Parse(await AskAsync(address)).QuerySelector("main")!.TextContent);

        Assert.Single(answers.Distinct());
        // Letters are written in the order in which they were asked for.
        LinkIn(await app.Mail.NextAsync(), confirmed, "/account/reset");
        Assert.True(app.Mail.IsEmpty);
    }

    [Fact]
    public async Task Another_address_has_to_be_confirmed_anew()
    {
        var (browser, address) = await RegisterAsync();
        var old = LinkIn(await app.Mail.NextAsync(), address, "/account/confirm-email");
        await PressAsync(browser, old);
        var next = $"{Guid.NewGuid():N}@example.org";

        var refused = await browser.SubmitAsync("/account/manage/email", "Change", ("Email", next), ("Password", "wrong password"));
        Assert.Contains("not your password", refused.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("/account/manage/email", "Change", ("Email", next), ("Password", ChatApp.Password));

        LinkIn(await app.Mail.NextAsync(), next, "/account/confirm-email");
        Assert.Contains("Not confirmed yet", (await browser.Client.GetAsync("/account/manage/email")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_confirms_the_address_that_it_went_to_and_no_other()
    {
        var (browser, address) = await RegisterAsync();
        var old = LinkIn(await app.Mail.NextAsync(), address, "/account/confirm-email");
        var next = await ChangeAddressAsync(browser);
        LinkIn(await app.Mail.NextAsync(), next, "/account/confirm-email");

        Assert.Contains("used up or too old", (await AnswerToPressingAsync(browser, old)).Text, StringComparison.Ordinal);
        Assert.Contains("Not confirmed yet", (await browser.Client.GetAsync("/account/manage/email")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_for_a_new_password_ends_with_the_address_that_it_went_to()
    {
        var (browser, address) = await RegisterAsync();
        await PressAsync(browser, LinkIn(await app.Mail.NextAsync(), address, "/account/confirm-email"));
        await AskAsync(address);
        var link = LinkIn(await app.Mail.NextAsync(), address, "/account/reset");
        var next = await ChangeAddressAsync(browser);

        var unconfirmed = await new Browser(app).SubmitAsync(link, "Input", ("Password", NewPassword));
        await PressAsync(browser, LinkIn(await app.Mail.NextAsync(), next, "/account/confirm-email"));
        var confirmed = await new Browser(app).SubmitAsync(link, "Input", ("Password", NewPassword));

        Assert.Contains("used up or too old", unconfirmed.Text, StringComparison.Ordinal);
        Assert.Contains("used up or too old", confirmed.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await browser.Client.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task Invites_begin_with_the_configured_address_whatever_a_request_calls_this_host()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        ada.Http.DefaultRequestHeaders.Host = "evil.example";

        var made = await ada.PostAsync($"/chat/room/{room}/invites", new { });
        var listed = Assert.Single((await ada.GetAsync($"/chat/room/{room}/invites"))["invites"].EnumerateArray());

        Assert.Equal("https://chat.example.org/join/" + made["code"].GetString(), made["url"].GetString());
        Assert.Equal(made["url"].GetString(), listed.GetProperty("url").GetString());
    }

    [Fact]
    public async Task Nobodys_box_is_filled_by_anothers_asking()
    {
        var address = $"{Guid.NewGuid():N}@example.org";
        for (var i = 0; i < 5; i++)
            Assert.Contains("on its way", (await AskAsync(address)).Text, StringComparison.Ordinal);

        Assert.Contains("Too many attempts", (await AskAsync(address)).Text, StringComparison.Ordinal);
    }

    private async Task<(Browser Browser, string Address)> RegisterAsync()
    {
        var (browser, address) = (new Browser(app), $"{Guid.NewGuid():N}@example.org");
        await browser.SubmitAsync("/account/register", "Input",
            ("Username", app.UniqueName("ada")), ("Email", address), ("Password", ChatApp.Password));
        await browser.Client.IntroduceAsync();
        return (browser, address);
    }

    private Task<Reply> AskAsync(string address) => new Browser(app).SubmitAsync("/account/forgot", "Input", ("Email", address));

    private static async Task<string> ChangeAddressAsync(Browser browser)
    {
        var next = $"{Guid.NewGuid():N}@example.org";
        await browser.SubmitAsync("/account/manage/email", "Change", ("Email", next), ("Password", ChatApp.Password));
        return next;
    }

    private static async Task PressAsync(Browser browser, string link) =>
        Assert.Contains("is confirmed", (await AnswerToPressingAsync(browser, link)).Text, StringComparison.Ordinal);

    private static async Task<Reply> AnswerToPressingAsync(Browser browser, string link)
    {
        var form = (await browser.OpenAsync(link)).Forms.Single();
        var fields = form.QuerySelectorAll("input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!));
        return await browser.Client.PostAsync(link, new FormUrlEncodedContent(fields));
    }

    /// <returns>The path of the one link in a mail to that address.</returns>
    private static string LinkIn(MimeMessage mail, string address, string path)
    {
        Assert.Equal(address, Assert.Single(mail.To.Mailboxes).Address);
        Assert.Equal("chat@example.org", Assert.Single(mail.From.Mailboxes).Address);
        var link = Assert.Single(Regex.Matches(mail.TextBody!, @"https://\S+")).Value;
        Assert.StartsWith("https://chat.example.org" + path + "?", link, StringComparison.Ordinal);
        return new Uri(link).PathAndQuery;
    }
}

public sealed class WithoutMailTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Where_no_mail_is_sent_an_administrator_helps()
    {
        var page = await new Browser(app).OpenAsync("/account/forgot");

        Assert.Contains("Ask an administrator", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Forms);
    }
}
