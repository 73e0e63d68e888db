using System.Net.Http.Headers;
using BlazorChat.Web.Features.Account;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Hosting;

public sealed class OpenToOthersApp() : ChatApp(
[
    ("Chat:AllowedOrigins:0", AllowedOriginsTests.Friend), ("Chat:AllowedOrigins:1", "HTTPS://Other.Example.org:443"),
    ("Chat:Limits:StreamsPerUser", "1"),
]);

/// <summary>Pages of other origins, some of which may use the HTTP interface.</summary>
public sealed class AllowedOriginsTests(OpenToOthersApp app) : IClassFixture<OpenToOthersApp>
{
    public const string Friend = "http://app.example.org:3000";

    private const string Stranger = "http://app.example.org";
    private const string AllowOrigin = "Access-Control-Allow-Origin";

    [Theory]
    [InlineData(Friend)]
    [InlineData("https://other.example.org")]
    public async Task A_page_of_an_allowed_origin_may_read_what_its_token_may(string origin)
    {
        var ada = await app.SignUpAsync("ada");

        var rooms = await SendAsync(ada, HttpMethod.Get, "/chat/rooms", origin);

        Assert.Equal((200, origin, "Origin"), (rooms.Status, rooms.Header(AllowOrigin), rooms.Header("Vary")));
        var readable = rooms.Header("Access-Control-Expose-Headers")!.Split(", ");
        Assert.All(["ETag", "Retry-After", "Location", "Content-Disposition", "Content-Range"], (string name) => Assert.Contains(name, readable));
        Assert.Null(rooms.Header("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData(Stranger)]
    [InlineData("https://app.example.org:3000")]
    [InlineData("http://app.example.org:30000")]
    [InlineData("http://evil.app.example.org:3000")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task Nothing_is_said_to_other_origins_and_caches_are_told_that_it_differs(string? origin)
    {
        var ada = await app.SignUpAsync("ada");

        Reply[] answers =
        [
            await SendAsync(ada, HttpMethod.Get, "/chat/rooms", origin),
            await SendAsync(app.Anonymous, HttpMethod.Get, "/chat/rooms", origin),
            await SendAsync(app.Anonymous, HttpMethod.Options, "/chat/rooms", origin, ("Access-Control-Request-Method", "GET")),
        ];

        Assert.Equal([200, 401, 405], answers.Select(answer => answer.Status));
        Assert.All(answers, answer => Assert.Equal("Origin", answer.Header("Vary")));
        Assert.All(answers, answer => Assert.DoesNotContain(
            answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("/auth/token", "POST")]
    [InlineData("/chat/messages/1", "PATCH")]
    [InlineData("/chat/room/general/members/1", "PUT")]
    [InlineData("/chat/reactions", "DELETE")]
    [InlineData("/chat/events", "GET")]
    public async Task A_browser_that_asks_first_is_told_once_for_all_requests_that_there_are(string path, string method)
    {
        var permit = await SendAsync(
            app.Anonymous, HttpMethod.Options, path, Friend, ("Access-Control-Request-Method", method),
            ("Access-Control-Request-Headers", "authorization,content-type,last-event-id,user-id"));

        Assert.Equal((204, Friend, "Origin"), (permit.Status, permit.Header(AllowOrigin), permit.Header("Vary")));
        Assert.Contains(method, permit.Header("Access-Control-Allow-Methods")!.Split(", "));
        // A star does not stand for this one: https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
        Assert.Equal("*, Authorization", permit.Header("Access-Control-Allow-Headers"));
        Assert.Equal("7200", permit.Header("Access-Control-Max-Age"));
        Assert.Null(permit.Header("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Errors_can_be_read_as_well()
    {
        var ada = await app.SignUpAsync("ada");
        await using var only = await ada.OpenStreamAsync();

        Reply[] answers =
        [
            await SendAsync(app.Anonymous, HttpMethod.Get, "/chat/rooms", Friend),
            await SendAsync(app.Showing("not a token"), HttpMethod.Get, "/chat/rooms", Friend),
            await SendAsync(ada, HttpMethod.Get, "/chat/room/no-such-room", Friend),
            await SendAsync(ada, HttpMethod.Get, "/chat/no/such/path", Friend),
            await SendAsync(ada, HttpMethod.Post, "/chat/messages", Friend),
            await SendAsync(ada, HttpMethod.Get, "/chat/events", Friend),
        ];

        Assert.Equal([401, 401, 404, 404, 400, 429], answers.Select(answer => answer.Status));
        Assert.All(answers, answer => Assert.Equal((Friend, "Origin"), (answer.Header(AllowOrigin), answer.Header("Vary"))));
        Assert.NotNull(answers[^1].Header("Retry-After"));
    }

    [Fact]
    public async Task A_bug_can_be_read_as_well()
    {
        await using var broken = new BrokenApp();
        await broken.InitializeAsync();

        var answer = await SendAsync(broken.Anonymous, HttpMethod.Post, "/auth/refresh", Friend, [], new { refresh_token = "any" });

        Assert.Equal((500, Friend, "Origin"), (answer.Status, answer.Header(AllowOrigin), answer.Header("Vary")));
    }

    [Fact]
    public async Task A_cookie_signs_nobody_in_from_an_allowed_origin()
    {
        var browser = await Browser.SignUpAsync(app, "ada");
        browser.Client.Http.DefaultRequestHeaders.Remove("Sec-Fetch-Site");

        foreach (var site in new[] { "same-site", "cross-site", null })
        {
            (string, string)[] headers = site is null ? [] : [("Sec-Fetch-Site", site)];
            foreach (var (method, path) in new[] { ("GET", "/auth/me"), ("GET", "/chat/events"), ("POST", "/auth/revoke"), ("POST", "/chat/room/general/join") })
                Assert.Equal(401, (await SendAsync(browser.Client, HttpMethod.Parse(method), path, Friend, headers)).Status);
        }

        // The same cookie from our own pages, and from an origin that is not allowed.
        Assert.Equal(200, (await SendAsync(browser.Client, HttpMethod.Get, "/auth/me", Friend, ("Sec-Fetch-Site", "same-origin"))).Status);
        Assert.Equal(403, (await SendAsync(browser.Client, HttpMethod.Post, "/auth/revoke", Stranger, ("Sec-Fetch-Site", "same-site"))).Status);
    }

    [Fact]
    public async Task A_token_counts_although_the_browser_sends_a_cookie_of_another_with_it()
    {
        var browser = await Browser.SignUpAsync(app, "ada");
        var grace = await app.SignUpAsync("grace");
        browser.Client.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", grace.AccessToken);
        browser.Client.Http.DefaultRequestHeaders.Remove("Sec-Fetch-Site");

        var posted = await SendAsync(
            browser.Client, HttpMethod.Post, "/chat/messages", Friend, [("Sec-Fetch-Site", "cross-site")], new { room_id = "general", message = "Hello" });

        Assert.Equal((201, grace.Username), (posted.Status, posted["message"].GetProperty("username").GetString()));
    }

    [Fact]
    public async Task Streams_files_and_pages_of_history_are_read_from_there()
    {
        var ada = await app.SignUpAsync("ada");
        ada.Http.DefaultRequestHeaders.Add("Origin", Friend);
        using var form = new MultipartFormDataContent { { new StringContent("general"), "room_id" }, { new ByteArrayContent("text"u8.ToArray()), "file", "notes.txt" } };
        var file = (await ada.PostAsync("/chat/files", form))["message"].GetProperty("file_url").GetString()!;
        var upload = await ada.PostAsync("/chat/uploads", new { size = 4 });

        await using var stream = await ada.OpenStreamAsync();
        await ada.SayAsync("general", "Can you hear me?");
        Assert.Equal("Can you hear me?", (await stream.NextMessageAsync()).Text);
        Assert.Equal([Friend], stream.Response.Headers.GetValues(AllowOrigin));
        foreach (var (method, path, vary) in new[] { ("GET", file, "Origin"), ("HEAD", file, "Origin"), ("GET", "/chat/room/general/history", "Accept, Origin"), ("GET", upload.Header("Location")!, "Origin") })
        {
            var answer = await ada.SendAsync(HttpMethod.Parse(method), path);
            Assert.Equal((200, Friend, vary), (answer.Status, answer.Header(AllowOrigin), answer.Header("Vary")));
        }
    }

    [Fact]
    public async Task Without_the_setting_nothing_is_said_to_anyone()
    {
        await using var closed = new ChatApp();
        await closed.InitializeAsync();

        var answer = await SendAsync(closed.Admin, HttpMethod.Get, "/chat/rooms", Friend);
        var refused = await SendAsync(closed.Anonymous, HttpMethod.Options, "/chat/rooms", Friend, ("Access-Control-Request-Method", "GET"));

        Assert.Equal((200, null, null), (answer.Status, answer.Header(AllowOrigin), answer.Header("Vary")));
        Assert.Equal((405, null), (refused.Status, refused.Header(AllowOrigin)));
    }

    private static Task<Reply> SendAsync(ChatClient client, HttpMethod method, string path, string? origin, params (string Name, string Value)[] headers) =>
        SendAsync(client, method, path, origin, headers, null);

    private static async Task<Reply> SendAsync(
        ChatClient client, HttpMethod method, string path, string? origin, (string Name, string Value)[] headers, object? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = System.Net.Http.Json.JsonContent.Create(body);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await client.SendAsync(request);
    }

    private sealed class BrokenApp() : ChatApp([("Chat:AllowedOrigins:0", Friend)])
    {
        protected override bool HasAdmin => false;

        protected override void ConfigureServices(IServiceCollection services) =>
            services.AddSingleton<SignIns>(_ => throw new InvalidOperationException("A bug."));
    }
}
