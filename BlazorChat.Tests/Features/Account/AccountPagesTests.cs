namespace BlazorChat.Tests.Features.Account;

public sealed class AccountPagesTests(ChatApp app) : IClassFixture<ChatApp>
{
    private const string NewPassword = "another horse battery";

    [Fact]
    public async Task A_page_sends_someone_who_is_not_signed_in_to_the_sign_in_page()
    {
        var answer = await new Browser(app).Client.GetAsync("/account/manage");

        Assert.Equal(302, answer.Status);
        Assert.Contains("/account/login", answer.Header("Location"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_leads_where_one_wanted_to_go_and_nowhere_else()
    {
        var ada = await app.SignUpAsync("ada");

        Assert.EndsWith("/room/general", await GoAsync("/room/general"), StringComparison.Ordinal);
        Assert.EndsWith("/room/g%C3%A9n%C3%A9ral?kind=%E7%94%BB#message-1", await GoAsync("/room/général?kind=画#message-1"), StringComparison.Ordinal);
        Assert.EndsWith("/room/a%20b", await GoAsync("/room/a b"), StringComparison.Ordinal);
        foreach (var elsewhere in new[] { "//evil.example", "/\\evil.example", "https://evil.example/", "javascript:alert(1)" })
            Assert.Contains(await GoAsync(elsewhere), new[] { "/", app.Address.ToString() });

        async Task<string> GoAsync(string url)
        {
            var answer = await SignInAsync(ada.Username, ChatApp.Password, "?ReturnUrl=" + Uri.EscapeDataString(url));
            Assert.Equal(302, answer.Status);
            return answer.Header("Location")!;
        }
    }

    [Fact]
    public async Task A_wrong_password_is_said_on_the_page_and_gives_no_cookie()
    {
        var ada = await app.SignUpAsync("ada");

        var answer = await SignInAsync(ada.Username, "wrong password");

        Assert.Equal(200, answer.Status);
        var password = Browser.Parse(answer).QuerySelector("#input-password")!;
        Assert.True(password.HasAttribute("autofocus"));
        Assert.Equal("true", password.GetAttribute("aria-invalid"));
        Assert.Equal("That username and password do not match.", Browser.Parse(answer).QuerySelector("#" + password.GetAttribute("aria-describedby"))!.TextContent);
        Assert.DoesNotContain("blazorchat=", answer.Header("Set-Cookie") ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_account_has_its_error_beside_the_field_and_the_focus_there()
    {
        var ada = await app.SignUpAsync("ada");

        var page = Browser.Parse(await new Browser(app).SubmitAsync(
            "/account/register", "Input", ("Username", ada.Username), ("Password", ChatApp.Password)));
        var weak = Browser.Parse(await new Browser(app).SubmitAsync(
            "/account/register", "Input", ("Username", app.UniqueName("grace")), ("Password", "short")));

        Assert.Equal("input-username", Assert.Single(page.QuerySelectorAll("[autofocus]")).Id);
        Assert.Contains("taken", page.QuerySelector("#input-username-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("input-password", Assert.Single(weak.QuerySelectorAll("[autofocus]")).Id);
        Assert.NotNull(weak.QuerySelector("#input-password-error"));
    }

    [Fact]
    public async Task A_form_sent_from_elsewhere_is_refused()
    {
        var answer = await new Browser(app).Client.PostAsync("/account/register", new FormUrlEncodedContent(
            [new("_handler", "register"), new("Input.Username", app.UniqueName("ada")), new("Input.Password", ChatApp.Password)]));

        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task Signing_out_ends_the_sign_in_and_its_streams()
    {
        var ada = (await Browser.SignUpAsync(app, "ada")).Client;
        await using var stream = await ada.OpenStreamAsync();

        Assert.Equal(302, (await ada.PostAsync("/account/logout")).Status);

        await stream.ToEndAsync();
        Assert.Equal(401, (await ada.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task A_new_password_ends_every_other_sign_in_and_its_streams()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        var elsewhere = await app.SignInAsync(ada.Client.Username);
        await using var stream = await elsewhere.OpenStreamAsync();

        await ada.SubmitAsync("/account/manage/security", "Password", ("Current", ChatApp.Password), ("Next", NewPassword));

        await stream.ToEndAsync();
        Assert.Equal(401, (await elsewhere.GetAsync("/auth/me")).Status);
        Assert.Equal(200, (await ada.Client.GetAsync("/auth/me")).Status);
        Assert.Equal(200, (await SignInAsync(ada.Client.Username, ChatApp.Password)).Status);
        Assert.Equal(302, (await SignInAsync(ada.Client.Username, NewPassword)).Status);
    }

    [Fact]
    public async Task A_deleted_account_lets_nobody_in_and_what_it_wrote_stays_without_a_name()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        var room = await ada.Client.CreateRoomAsync();
        await ada.Client.SayAsync(room, "Remember me");

        await ada.SubmitAsync("/account/manage/delete", "Deletion", ("Password", ChatApp.Password));

        Assert.Equal(401, (await ada.Client.GetAsync("/auth/me")).Status);
        Assert.Equal(200, (await SignInAsync(ada.Client.Username, ChatApp.Password)).Status);
        var message = Assert.Single((await app.Admin.HistoryAsync(room)).Messages);
        Assert.Equal(("Remember me", "deleted account"), (message.Text, message.Username));
        Assert.Empty((await app.Admin.GetAsync("/chat/users?q=" + ada.Client.Username))["users"].EnumerateArray());
        Assert.Equal(201, (await app.Anonymous.PostAsync(
            "/auth/register", new { username = ada.Client.Username, password = ChatApp.Password })).Status);
    }

    private Task<Reply> SignInAsync(string username, string password, string query = "") => new Browser(app).SubmitAsync(
        "/account/login" + query, "Input", ("Username", username), ("Password", password));
}
