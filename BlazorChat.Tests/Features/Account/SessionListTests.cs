using System.Text.Json;
using BlazorChat.Web.Features.Account;

namespace BlazorChat.Tests.Features.Account;

public sealed class SessionListTests(ManualClockApp app) : IClassFixture<ManualClockApp>
{
    private const string Chromium =
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    [Theory]
    [InlineData(Chromium, "Chrome on Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox on macOS")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1", "Safari on iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("curl/8.14.1", "curl")]
    [InlineData("", "Unknown program")]
    public void A_device_is_called_what_its_owner_calls_it(string userAgent, string name)
    {
        Assert.Equal(name, Device.NameOf(userAgent));
    }

    [Fact]
    public async Task Every_sign_in_is_listed_the_one_that_asks_first()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        var program = await app.SignInAsync(ada.Client.Username);

        var sessions = await ListAsync(program);

        Assert.Equal([true, false], sessions.Select(s => s.GetProperty("current").GetBoolean()));
        Assert.Equal([true, false], sessions.Select(s => s.GetProperty("program").GetBoolean()));
        Assert.All(sessions, s => Assert.Equal("127.0.0.1", s.GetProperty("address").GetString()));
    }

    [Fact]
    public async Task One_that_is_signed_out_from_elsewhere_is_over_without_any_time_passing_and_no_other()
    {
        var (ada, elsewhere, third) = await ThreeAsync();
        await using var stream = await elsewhere.OpenStreamAsync();

        Assert.Equal(204, (await ada.DeleteAsync("/auth/sessions/" + await IdOfAsync(elsewhere))).Status);
        await stream.ToEndAsync();

        Assert.Equal(401, (await elsewhere.GetAsync("/auth/me")).Status);
        Assert.Equal(401, (await app.Anonymous.PostAsync("/auth/refresh", new { refresh_token = elsewhere.RefreshToken })).Status);
        Assert.Equal((200, 200), ((await ada.GetAsync("/auth/me")).Status, (await third.GetAsync("/auth/me")).Status));
    }

    [Fact]
    public async Task All_others_are_signed_out_at_once()
    {
        var (ada, elsewhere, third) = await ThreeAsync();

        Assert.Equal(204, (await ada.DeleteAsync("/auth/sessions")).Status);

        Assert.Equal((200, 401, 401), (
            (await ada.GetAsync("/auth/me")).Status, (await elsewhere.GetAsync("/auth/me")).Status, (await third.GetAsync("/auth/me")).Status));
        Assert.Single(await ListAsync(ada));
    }

    [Fact]
    public async Task Nobody_ends_or_sees_anothers()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));

        var refused = await grace.DeleteAsync("/auth/sessions/" + await IdOfAsync(ada));

        Assert.Equal((404, "not_found"), (refused.Status, refused.Code));
        Assert.Equal(refused.Text, (await grace.DeleteAsync("/auth/sessions/nothing")).Text);
        Assert.Equal(200, (await ada.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task When_and_by_what_it_was_last_used_is_known_to_a_few_minutes()
    {
        var ada = await app.SignUpAsync("ada");
        var before = (await ListAsync(ada))[0].GetProperty("last_seen_at").GetInt64();
        app.Clock.Advance(TimeSpan.FromMinutes(4));
        await ada.GetAsync("/auth/me");
        Assert.Equal(before, (await ListAsync(ada))[0].GetProperty("last_seen_at").GetInt64());

        ada = await app.WithTokenAsync(await app.Anonymous.PostAsync("/auth/refresh", new { refresh_token = ada.RefreshToken }));
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        ada.Http.DefaultRequestHeaders.UserAgent.ParseAdd(Chromium);
        await ada.GetAsync("/auth/me");
        // Written behind that answer, and before what this writes.
        await ada.SayAsync("general", "A sign");

        var now = (await ListAsync(ada))[0];
        Assert.Equal(before + 6 * 60_000, now.GetProperty("last_seen_at").GetInt64(), tolerance: 60_000);
        Assert.Equal("Chrome on Linux", now.GetProperty("device").GetString());
    }

    private async Task<(ChatClient, ChatClient, ChatClient)> ThreeAsync()
    {
        var ada = await app.SignUpAsync("ada");
        return (ada, await app.SignInAsync(ada.Username), await app.SignInAsync(ada.Username));
    }

    private static async Task<JsonElement[]> ListAsync(ChatClient who) =>
        [.. (await who.GetAsync("/auth/sessions"))["sessions"].EnumerateArray()];

    private static async Task<string> IdOfAsync(ChatClient who) =>
        (await ListAsync(who)).Single(s => s.GetProperty("current").GetBoolean()).GetProperty("session_id").GetString()!;
}
