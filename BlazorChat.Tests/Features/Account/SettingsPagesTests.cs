using AngleSharp.Dom;
using BlazorChat.Core.Users;

namespace BlazorChat.Tests.Features.Account;

public sealed class SettingsPagesTests(ManualClockApp app) : IClassFixture<ManualClockApp>
{
    [Theory]
    [InlineData("/account/manage")]
    [InlineData("/account/manage/security")]
    [InlineData("/account/manage/email")]
    [InlineData("/account/manage/sessions")]
    [InlineData("/account/manage/blocks")]
    [InlineData("/account/manage/emoji")]
    [InlineData("/account/manage/tokens")]
    [InlineData("/account/manage/delete")]
    public async Task Each_page_says_where_one_is_and_is_for_its_owner_only(string path)
    {
        var page = await (await Browser.SignUpAsync(app, "ada")).OpenAsync(path);

        Assert.Equal(path[1..], page.QuerySelector(".settings-nav [aria-current=page]")!.GetAttribute("href"));
        Assert.Equal(302, (await new Browser(app).Client.GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_profile_is_changed_on_its_page()
    {
        var ada = await Browser.SignUpAsync(app, "ada");

        var saved = await ada.SubmitAsync("/account/manage", "Text", ("DisplayName", "Ada Lovelace"), ("StatusText", "Counting"));

        Assert.Contains("Your profile is saved", saved.Text, StringComparison.Ordinal);
        Assert.Equal("Ada Lovelace", (await ada.Client.GetAsync("/auth/me"))["display_name"].GetString());
    }

    [Fact]
    public async Task A_session_is_ended_on_the_page()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        var elsewhere = await app.SignInAsync(ada.Client.Username);
        var page = await ada.OpenAsync("/account/manage/sessions");
        Assert.Equal(2, page.QuerySelectorAll(".settings-list li").Length);

        await ada.SubmitAsync("/account/manage/sessions", "Ending",
            ("SessionId", page.QuerySelector(".settings-list button")!.GetAttribute("value")!));

        Assert.Equal(401, (await elsewhere.GetAsync("/auth/me")).Status);
        Assert.Equal(200, (await ada.Client.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task A_blocked_person_is_listed_and_unblocked_on_the_page()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        var grace = await app.SignUpAsync("grace");
        await ada.Client.PutAsync("/chat/blocks/" + grace.UserId, new { });
        var page = await ada.OpenAsync("/account/manage/blocks");
        Assert.Contains(grace.Username, page.QuerySelector(".settings-list li")!.TextContent, StringComparison.Ordinal);

        var done = await ada.SubmitAsync("/account/manage/blocks", "Unblocking", ("UserId", grace.UserId));

        Assert.Contains($"You hear from {grace.Username} again", done.Text, StringComparison.Ordinal);
        Assert.Contains("You have blocked nobody", done.Text, StringComparison.Ordinal);
        Assert.Empty((await ada.Client.GetAsync("/chat/blocks"))["users"].EnumerateArray());
    }

    [Fact]
    public async Task A_token_is_made_shown_once_and_revoked_on_the_page()
    {
        var ada = await Browser.SignUpAsync(app, "ada");

        var made = await ada.SubmitAsync("/account/manage/tokens", "Making", ("Name", "Robot"), ("Scope", "Write"), ("Days", ""));
        var token = Browser.Parse(made).QuerySelector("[data-token]")!.TextContent;
        Assert.Equal(200, (await app.Showing(token).GetAsync("/auth/me")).Status);
        var page = await ada.OpenAsync("/account/manage/tokens");
        Assert.DoesNotContain(token, page.Body!.TextContent, StringComparison.Ordinal);
        await ada.SubmitAsync("/account/manage/tokens", "Revoking",
            ("TokenId", page.QuerySelector(".settings-list button")!.GetAttribute("value")!));

        Assert.Equal(401, (await app.Showing(token).GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task Only_administrators_are_offered_tokens_for_administration()
    {
        var page = await (await Browser.SignUpAsync(app, "ada")).OpenAsync("/account/manage/tokens");

        Assert.Equal(["Read", "Write"], page.QuerySelectorAll("#making-scope option").Select(o => o.GetAttribute("value")));
    }

    [Fact]
    public async Task Two_factor_sign_in_is_set_up_on_the_page_without_another_host()
    {
        var ada = await Browser.SignUpAsync(app, "ada");

        var asked = await ada.SubmitAsync("/account/manage/security", "SetUp", ("Password", ChatApp.Password));
        var page = Browser.Parse(asked);
        Assert.StartsWith("data:image/svg+xml;base64,", page.QuerySelector("img.qr")!.GetAttribute("src"), StringComparison.Ordinal);
        var secret = page.QuerySelector(".secret")!.TextContent;
        var wrong = await ada.SubmitAsync(asked, "/account/manage/security", "On", ("Code", "000000"));
        Assert.Equal(secret, Browser.Parse(wrong).QuerySelector(".secret")!.TextContent);
        var code = Totp.CodeAt(secret, app.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        var on = await ada.SubmitAsync(wrong, "/account/manage/security", "On", ("Code", code));

        Assert.Equal(10, Browser.Parse(on).QuerySelectorAll(".recovery-codes li").Length);
        Assert.Contains("10 recovery codes are left", (await ada.Client.GetAsync("/account/manage/security")).Text, StringComparison.Ordinal);
    }
}
