using BlazorChat.Web.Features.Account;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Account;

/// <summary>Signs browsers in at <c>/test/sign-in</c> by what the account pages do, without their forms.</summary>
public sealed class CookieChatApp : ChatApp, IStartupFilter
{
    public async Task<string> CookieOfAsync(ChatClient someone)
    {
        var answer = await Anonymous.PostAsync("/test/sign-in?username=" + someone.Username);
        return answer.Header("Set-Cookie")!;
    }

    Action<IApplicationBuilder> IStartupFilter.Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map("/test/sign-in", branch => branch.Run(async http =>
            Assert.Null(await http.RequestServices.GetRequiredService<AccountPages>()
                .SignInAsync(http, http.Request.Query["username"], Password, remember: true))));
        next(app);
    };

    protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<IStartupFilter>(this);
}

public sealed class CookieTests(CookieChatApp app) : IClassFixture<CookieChatApp>
{
    [Fact]
    public async Task A_cookie_says_who_one_is()
    {
        var ada = await app.SignUpAsync("ada");

        var me = await SendAsync(await app.CookieOfAsync(ada), HttpMethod.Get, "/auth/me");

        Assert.Equal((200, ada.UserId), (me.Status, me["user_id"].GetString()));
    }

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_other_sites()
    {
        var cookie = await app.CookieOfAsync(await app.SignUpAsync("ada"));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
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
        var cookie = await app.CookieOfAsync(await app.SignUpAsync("ada"));
        var origin = app.Address.GetLeftPart(UriPartial.Authority);

        var answer = await SendAsync(
            cookie, HttpMethod.Post, "/chat/room/general/join", (header, value == "OWN" ? origin : value));

        Assert.Equal(status, answer.Status);
        if (status == 403)
            Assert.Equal("cross_origin", answer.Code);
    }

    [Fact]
    public async Task Reading_by_cookie_may_come_from_anywhere()
    {
        var cookie = await app.CookieOfAsync(await app.SignUpAsync("ada"));

        Assert.Equal(200, (await SendAsync(cookie, HttpMethod.Get, "/chat/rooms", ("Sec-Fetch-Site", "cross-site"))).Status);
    }

    [Fact]
    public async Task A_token_goes_before_a_cookie()
    {
        var ada = await app.SignUpAsync("ada");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/auth/me");
        request.Headers.Add("Cookie", (await app.CookieOfAsync(ada)).Split(';')[0]);

        Assert.Equal(401, (await app.Showing("nonsense").SendAsync(request)).Status);
    }

    [Fact]
    public async Task Revoking_ends_the_cookie_too()
    {
        var cookie = await app.CookieOfAsync(await app.SignUpAsync("ada"));

        Assert.Equal(204, (await SendAsync(cookie, HttpMethod.Post, "/auth/revoke", ("Sec-Fetch-Site", "same-origin"))).Status);

        Assert.Equal(401, (await SendAsync(cookie, HttpMethod.Get, "/auth/me")).Status);
    }

    private Task<Reply> SendAsync(string cookie, HttpMethod method, string path, (string Name, string Value)? header = null)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        if (header is var (name, value))
            request.Headers.TryAddWithoutValidation(name, value);
        return app.Anonymous.SendAsync(request);
    }
}
