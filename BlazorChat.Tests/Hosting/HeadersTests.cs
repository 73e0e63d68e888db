namespace BlazorChat.Tests.Hosting;

public sealed class HeadersTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Theory]
    [InlineData("/auth/me")]
    [InlineData("/chat/rooms")]
    [InlineData("/chat/users")]
    [InlineData("/chat/room/general")]
    [InlineData("/chat/room/general/members")]
    [InlineData("/chat/room/general/history")]
    [InlineData("/chat/poll?wait=0")]
    public async Task What_is_private_is_kept_by_nobody_and_taken_for_nothing_else(string path)
    {
        var answer = await (await app.SignUpAsync("ada")).GetAsync(path);

        Assert.Equal((200, "application/json"), (answer.Status, answer.ContentType));
        Assert.Equal(("no-store", "nosniff"), (answer.Header("Cache-Control"), answer.Header("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Tokens_are_kept_by_nobody()
    {
        var ada = await app.SignUpAsync("ada");

        var tokens = await app.Anonymous.PostAsync("/auth/refresh", new { refresh_token = ada.RefreshToken });

        Assert.Equal((200, "no-store"), (tokens.Status, tokens.Header("Cache-Control")));
    }

    [Theory]
    [InlineData("/account/login")]
    [InlineData("/account/register")]
    [InlineData("/no/such/page")]
    public async Task Pages_bear_a_policy_without_unsafe_scripts(string path)
    {
        var page = await app.Anonymous.GetAsync(path);

        Assert.Equal("text/html", page.ContentType);
        var policy = page.Header("Content-Security-Policy")!.Split(';', StringSplitOptions.TrimEntries);
        Assert.Contains("frame-ancestors 'none'", policy);
        var scripts = Assert.Single(policy, part => part.StartsWith("script-src ", StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", scripts, StringComparison.Ordinal);
        Assert.NotNull(page.Header("Referrer-Policy"));
        Assert.Equal("nosniff", page.Header("X-Content-Type-Options"));
        Assert.Contains("no-store", page.Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_server_it_is_is_told_to_nobody()
    {
        Assert.Null((await app.Anonymous.GetAsync("/health/live")).Header("Server"));
    }
}
