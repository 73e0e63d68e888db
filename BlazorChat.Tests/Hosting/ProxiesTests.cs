namespace BlazorChat.Tests.Hosting;

public sealed class BehindProxyApp() : ChatApp(
    [("Chat:TrustedProxies:0", "127.0.0.0/8"), ("Chat:RateLimits:SignInsPerMinuteAndAddress", "4")]);

public sealed class InTheOpenApp() : ChatApp([("Chat:RateLimits:SignInsPerMinuteAndAddress", "4")]);

public sealed class BehindProxyTests(BehindProxyApp app) : IClassFixture<BehindProxyApp>
{
    [Fact]
    public async Task Those_behind_a_trusted_proxy_are_told_apart()
    {
        for (var i = 0; i < 4; i++)
            Assert.Equal(401, (await Guessing.FromAsync(app, "203.0.113.1")).Status);

        Assert.Equal(429, (await Guessing.FromAsync(app, "203.0.113.1")).Status);
        Assert.Equal(401, (await Guessing.FromAsync(app, "203.0.113.2")).Status);
    }

    [Fact]
    public async Task What_stands_before_the_proxys_own_word_is_not_believed()
    {
        for (var i = 0; i < 4; i++)
            Assert.Equal(401, (await Guessing.FromAsync(app, $"198.51.100.{i}, 203.0.113.3")).Status);

        Assert.Equal(429, (await Guessing.FromAsync(app, "198.51.100.9, 203.0.113.3")).Status);
    }

    [Fact]
    public async Task A_secure_connection_gets_a_secure_cookie_bound_to_the_host()
    {
        var browser = new Browser(app);
        browser.Client.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        browser.Client.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.4");
        var answer = await browser.SubmitAsync(
            "/account/register", "Input", ("Username", app.UniqueName("ada")), ("Password", ChatApp.Password));

        Assert.Equal(302, answer.Status);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-blazorchat=", StringComparison.Ordinal));
        foreach (var attribute in new[] { "secure", "httponly", "samesite=lax", "path=/" })
            Assert.Contains(attribute, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_secure_connection_is_to_stay_secure()
    {
        var visitor = app.Anonymous;
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.5");
        // This machine's own names are left alone.
        visitor.Http.DefaultRequestHeaders.Host = "chat.example.org";

        var answer = await visitor.GetAsync("/account/login");

        Assert.Contains("max-age=", answer.Header("Strict-Transport-Security"), StringComparison.Ordinal);
    }
}

public sealed class InTheOpenTests(InTheOpenApp app) : IClassFixture<InTheOpenApp>
{
    [Fact]
    public async Task Naming_another_address_each_time_gets_around_no_limit()
    {
        var answers = new List<int>();
        for (var i = 0; i < 10; i++)
            answers.Add((await Guessing.FromAsync(app, $"203.0.113.{i}")).Status);

        Assert.Equal(429, answers[^1]);
        Assert.InRange(answers.Count(status => status == 401), 0, 4);
    }

    [Fact]
    public async Task Nobody_says_that_a_connection_is_secure()
    {
        var browser = new Browser(app);
        browser.Client.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var answer = await browser.SubmitAsync(
            "/account/register", "Input", ("Username", app.UniqueName("ada")), ("Password", ChatApp.Password));

        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("blazorchat=", StringComparison.Ordinal));
        Assert.Null(answer.Header("Strict-Transport-Security"));
    }
}

internal static class Guessing
{
    public static async Task<Reply> FromAsync(ChatApp app, string forwardedFor)
    {
        var stranger = app.Anonymous;
        stranger.Http.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        return await stranger.PostAsync("/auth/token", new { username = app.UniqueName("nobody"), password = "wrong password" });
    }
}
