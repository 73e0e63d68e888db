namespace BlazorChat.Tests.Features.Account;

public sealed class ResettingPasswordsTests(ChatApp app) : IClassFixture<ChatApp>
{
    private const string Next = "another good one";

    [Fact]
    public async Task A_link_gives_a_new_password_and_ends_every_sign_in()
    {
        var ada = await app.SignUpAsync("ada");
        var link = await LinkAsync(ada);

        var page = await new Browser(app).SubmitAsync(link, "Input", ("Password", Next));

        Assert.Contains("Your password is changed", page.Text, StringComparison.Ordinal);
        Assert.Equal(401, (await ada.GetAsync("/auth/me")).Status);
        Assert.Equal(401, (await SignInAsync(ada, ChatApp.Password)).Status);
        Assert.Equal(200, (await SignInAsync(ada, Next)).Status);
    }

    [Fact]
    public async Task A_link_serves_once()
    {
        var ada = await app.SignUpAsync("ada");
        var link = await LinkAsync(ada);
        await new Browser(app).SubmitAsync(link, "Input", ("Password", Next));

        var again = await new Browser(app).SubmitAsync(link, "Input", ("Password", "a third good one"));

        Assert.Contains("used up or too old", again.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await SignInAsync(ada, Next)).Status);
    }

    [Fact]
    public async Task A_link_is_good_for_one_account()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var link = (await LinkAsync(ada)).Replace(ada.UserId, grace.UserId, StringComparison.Ordinal);

        var refused = await new Browser(app).SubmitAsync(link, "Input", ("Password", Next));

        Assert.Contains("used up or too old", refused.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await SignInAsync(grace, ChatApp.Password)).Status);
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_the_link_stays_good()
    {
        var ada = await app.SignUpAsync("ada");
        var link = await LinkAsync(ada);

        var refused = await new Browser(app).SubmitAsync(link, "Input", ("Password", "short"));
        var accepted = await new Browser(app).SubmitAsync(link, "Input", ("Password", Next));

        Assert.Contains("at least 8", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Your password is changed", accepted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_ends_with_the_office_of_the_administrator_who_handed_it_out()
    {
        var (mona, grace) = (await app.SignUpAsync("mona"), await app.SignUpAsync("grace"));
        await app.Admin.PatchAsync($"/chat/admin/users/{mona.UserId}", new { role = "administrator" });
        var link = await LinkAsync(grace, mona);
        await app.Admin.PatchAsync($"/chat/admin/users/{mona.UserId}", new { role = "member" });

        var refused = await new Browser(app).SubmitAsync(link, "Input", ("Password", Next));
        var inAnothersName = await new Browser(app).SubmitAsync(
            link.Replace(mona.UserId, app.Admin.UserId, StringComparison.Ordinal), "Input", ("Password", Next));

        Assert.Contains("used up or too old", refused.Text, StringComparison.Ordinal);
        Assert.Contains("used up or too old", inAnothersName.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await SignInAsync(grace, ChatApp.Password)).Status);
    }

    [Fact]
    public async Task A_link_ends_with_the_old_password()
    {
        var browser = await Browser.SignUpAsync(app, "ada");
        var link = await LinkAsync(browser.Client);
        await browser.SubmitAsync("/account/manage/security", "Password", ("Current", ChatApp.Password), ("Next", "a password of her own"));

        var refused = await new Browser(app).SubmitAsync(link, "Input", ("Password", Next));

        Assert.Contains("used up or too old", refused.Text, StringComparison.Ordinal);
    }

    private async Task<string> LinkAsync(ChatClient whom, ChatClient? by = null)
    {
        var made = await (by ?? app.Admin).PostAsync($"/chat/admin/users/{whom.UserId}/reset");
        Assert.Equal(201, made.Status);
        return made["url"].GetString()!;
    }

    private Task<Reply> SignInAsync(ChatClient whom, string password) =>
        app.Anonymous.PostAsync("/auth/token", new { username = whom.Username, password });
}
