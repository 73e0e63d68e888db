namespace BlazorChat.Tests.Features.Account;

public sealed class CookieTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_other_sites()
    {
        var answer = await new Browser(app).SubmitAsync(
            "/account/register", "Input", ("Username", app.UniqueName("ada")), ("Password", ChatApp.Password));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("blazorchat=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_pages_scripts_post_and_listen_by_cookie()
    {
        var ada = (await Browser.SignUpAsync(app, "ada")).Client;
        var room = await ada.CreateRoomAsync();
        await using var stream = await ada.OpenStreamAsync();

        await ada.SayAsync(room, "By cookie");

        Assert.Equal("By cookie", (await stream.NextMessageAsync()).Text);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", 204)]
    [InlineData("Sec-Fetch-Site", "none", 204)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Origin", "OWN", 204)]
    [InlineData("Origin", "http://evil.example", 403)]
    [InlineData("Origin", "http://127.0.0.1:1", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("X-Nothing", "at all", 403)]
    public async Task What_a_cookie_does_must_come_from_our_own_pages(string header, string value, int status)
    {
        var ada = (await Browser.SignUpAsync(app, "ada")).Client;
        ada.Http.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        ada.Http.DefaultRequestHeaders.Add(header, value == "OWN" ? app.Address.GetLeftPart(UriPartial.Authority) : value);

        var answer = await ada.PostAsync("/chat/room/general/join");

        Assert.Equal(status, answer.Status);
        if (status == 403)
            Assert.Equal("cross_origin", answer.Code);
    }

    [Theory]
    [InlineData("Basic YWRhOnNlY3JldA==")]
    [InlineData("Negotiate abc")]
    [InlineData("Bearer")]
    public async Task What_a_proxy_is_shown_leaves_the_cookie_in_force(string authorization)
    {
        var ada = (await Browser.SignUpAsync(app, "ada")).Client;
        ada.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        Assert.Equal(200, (await ada.GetAsync("/auth/me")).Status);
        Assert.Equal(204, (await ada.PostAsync("/chat/room/general/join")).Status);
        ada.Http.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        ada.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal("cross_origin", (await ada.PostAsync("/chat/room/general/join")).Code);
    }

    [Fact]
    public async Task A_token_counts_and_not_the_cookie_beside_it()
    {
        var browser = (await Browser.SignUpAsync(app, "ada")).Client;
        browser.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "bearer nonsense");

        Assert.Equal(401, (await browser.GetAsync("/auth/me")).Status);
    }

    [Theory]
    [InlineData("bearer ")]
    [InlineData("BEARER ")]
    [InlineData("Bearer  ")]
    public async Task The_word_before_a_token_is_written_as_one_likes(string scheme)
    {
        var ada = await app.SignUpAsync("ada");
        var personal = (await ada.PostAsync("/auth/tokens", new { name = "Robot", scope = "read" }))["token"].GetString();

        foreach (var token in new[] { ada.AccessToken, personal })
        {
            var client = app.Anonymous;
            client.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", scheme + token);
            // The second time a token is known already.
            Assert.Equal(200, (await client.GetAsync("/chat/rooms")).Status);
            Assert.Equal(200, (await client.GetAsync("/chat/rooms")).Status);
        }
    }

    [Fact]
    public async Task Reading_by_cookie_may_come_from_anywhere()
    {
        var ada = (await Browser.SignUpAsync(app, "ada")).Client;
        ada.Http.DefaultRequestHeaders.Remove("Sec-Fetch-Site");

        Assert.Equal(200, (await ada.GetAsync("/chat/rooms")).Status);
    }

    [Fact]
    public async Task A_token_goes_before_a_cookie()
    {
        var ada = (await Browser.SignUpAsync(app, "ada")).Client;
        ada.Http.DefaultRequestHeaders.Add("Authorization", "Bearer nonsense");

        Assert.Equal(401, (await ada.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task Revoking_ends_the_cookie_too()
    {
        var ada = (await Browser.SignUpAsync(app, "ada")).Client;

        Assert.Equal(204, (await ada.PostAsync("/auth/revoke")).Status);

        Assert.Equal(401, (await ada.GetAsync("/auth/me")).Status);
    }
}
