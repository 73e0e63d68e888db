using BlazorChat.Core.Users;

namespace BlazorChat.Tests.Safety;

/// <summary>However much is logged: no token, no password, no cookie, and nothing of what people say.</summary>
public sealed class SilentLogTests(TalkativeApp app) : IClassFixture<TalkativeApp>
{
    private const string Spoken = "a-word-between-us";

    private readonly HashSet<string> secrets = [ChatApp.Password, Spoken];

    [Fact]
    public async Task No_secret_is_in_any_line()
    {
        await SignInAsync();
        await TalkAsync();
        await GoWrongAsync();
        await ForgetPasswordAsync();

        Assert.True(app.Log.Lines.Count > 1000, "There was hardly anything to look at.");
        Assert.Contains(app.Log.Lines, line => line.StartsWith("Trace ", StringComparison.Ordinal));
        Assert.Empty(app.Log.Lines.SelectMany(line => secrets.Where(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase))
            .Select(secret => $"{secret} in: {line}")));
    }

    private async Task SignInAsync()
    {
        var ada = await app.SignUpAsync("ada");
        Keep(ada.AccessToken, ada.RefreshToken);
        await app.Anonymous.PostAsync("/auth/token", new { username = ada.Username, password = Keep("the wrong password") });
        var renewed = await app.Anonymous.PostAsync("/auth/refresh", new { refresh_token = ada.RefreshToken });
        Keep(renewed["access_token"].GetString()!, renewed["refresh_token"].GetString()!);
        await app.Anonymous.PostAsync("/auth/refresh", new { refresh_token = ada.RefreshToken });
        var token = Keep((await ada.PostAsync("/auth/tokens", new { name = "Robot", scope = "write" }))["token"].GetString()!);
        await app.Showing(token).SayAsync("general", Spoken);
        await app.Showing(token + "x").GetAsync("/auth/me");
        await app.Showing(ada.AccessToken + "x").GetAsync("/auth/me");
        var secret = Keep((await ada.PostAsync("/auth/two-factor/setup", new { password = ChatApp.Password }))["secret"].GetString()!);
        var code = Totp.CodeAt(secret, app.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        var codes = await ada.PostAsync("/auth/two-factor", new { code });
        Keep([.. codes["codes"].EnumerateArray().Select(c => c.GetString()!)]);
        await app.Anonymous.PostAsync("/auth/token", new { username = ada.Username, password = ChatApp.Password, recovery_code = codes["codes"][0].GetString() });
    }

    private async Task TalkAsync()
    {
        var browser = await Browser.SignUpAsync(app, "grace");
        foreach (System.Net.Cookie cookie in browser.Cookies.GetCookies(app.Address))
            Keep(cookie.Value);
        var grace = browser.Client;
        var room = await grace.CreatePrivateRoomAsync(app.Admin);
        await using var stream = await grace.OpenStreamAtAsync($"/chat/room/{room}/events?html=1");
        var said = await grace.SayAsync(room, $"{Spoken} <b>@{grace.Username}</b>", clientId: "1");
        await grace.EditAsync(said, Spoken + " again");
        await grace.ReactAsync(said, "👍");
        await app.Admin.PostAsync($"/chat/messages/{said.Id}/report", new { reason = Keep("reported-because") });
        await grace.PatchAsync($"/chat/room/{room}", new { topic = Keep("topic-between-us") });
        await browser.OpenAsync($"/room/{room}");
        await browser.OpenAsync("/account/manage/tokens");
        await grace.PostAsync("/account/logout");
    }

    private async Task GoWrongAsync()
    {
        var ada = await app.SignUpAsync("ada");
        Keep(ada.AccessToken, ada.RefreshToken);
        foreach (var body in new[] { $$"""{"room_id":"general","message":["{{Spoken}}"]}""", $$"""{"message":"{{Spoken}}""", Spoken })
            await ada.PostAsync("/chat/messages", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        await ada.PostAsync("/chat/messages", new StringContent(Spoken, System.Text.Encoding.UTF8, "text/plain"));
        await ada.TrySayAsync("general", string.Concat(Enumerable.Repeat(Spoken, 100)));
        await ada.TrySayAsync("nowhere", Spoken);
        await app.Anonymous.PostAsync("/auth/token", new { username = ada.Username, password = new { is_no = Keep("string-at-all") } });
    }

    private async Task ForgetPasswordAsync()
    {
        var ada = await app.SignUpAsync("ada");
        var link = (await app.Admin.PostAsync($"/chat/admin/users/{ada.UserId}/reset"))["url"].GetString()!;
        Keep(link[(link.IndexOf("token=", StringComparison.Ordinal) + 6)..]);
        await new Browser(app).SubmitAsync(link, "Input", ("Password", Keep("another horse battery")));
    }

    private string Keep(string secret)
    {
        secrets.Add(secret);
        return secret;
    }

    private void Keep(params string[] several) => secrets.UnionWith(several);
}
