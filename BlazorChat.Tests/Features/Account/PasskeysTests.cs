namespace BlazorChat.Tests.Features.Account;

/// <summary>What of passkeys needs no authenticator; signing in by one is tried in a browser.</summary>
public sealed class PasskeysTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Adding_one_takes_the_password_and_a_challenge()
    {
        var ada = (await Browser.SignUpAsync(app, "ada")).Client;

        var refused = await ada.PostAsync("/auth/passkeys/creation-options", new { password = "wrong password" });
        var options = await ada.PostAsync("/auth/passkeys/creation-options", new { password = ChatApp.Password });

        Assert.Equal(["password"], refused.Errors);
        Assert.Equal((200, ada.Username), (options.Status, options["user"].GetProperty("name").GetString()));
        Assert.Equal(("required", "required"), (
            options["authenticatorSelection"].GetProperty("userVerification").GetString(),
            options["authenticatorSelection"].GetProperty("residentKey").GetString()));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{"clientDataJSON":"e30","attestationObject":"oA"},"clientExtensionResults":{}}""")]
    public async Task What_answers_no_challenge_is_no_passkey(string credential)
    {
        var ada = (await Browser.SignUpAsync(app, "ada")).Client;

        var unasked = await AddAsync();
        await ada.PostAsync("/auth/passkeys/creation-options", new { password = ChatApp.Password });
        var asked = await AddAsync();

        foreach (var refused in new[] { unasked, asked })
        {
            Assert.Equal(400, refused.Status);
            Assert.Equal(["credential"], refused.Errors);
        }
        Assert.Empty((await ada.GetAsync("/auth/passkeys"))["passkeys"].EnumerateArray());

        Task<Reply> AddAsync() => ada.PostAsync(
            "/auth/passkeys", new { name = "Phone", credential = System.Text.Json.JsonElement.Parse(credential) });
    }

    [Fact]
    public async Task Someone_who_signs_in_with_nonsense_is_refused()
    {
        var browser = new Browser(app);
        await browser.Client.PostAsync("/auth/passkeys/request-options");

        var answer = await browser.SubmitAsync("/account/login", "Passkey", ("Credential", """{"id":"AAAA"}"""));

        Assert.Equal(200, answer.Status);
        Assert.Contains("not known here", answer.Text, StringComparison.Ordinal);
        Assert.Equal(401, (await browser.Client.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task What_the_door_asks_tells_nothing_of_accounts()
    {
        var options = await app.Anonymous.PostAsync("/auth/passkeys/request-options");

        Assert.Equal(200, options.Status);
        Assert.Empty(options["allowCredentials"].EnumerateArray());
    }

    [Fact]
    public async Task Anothers_passkey_is_not_found()
    {
        var ada = await app.SignUpAsync("ada");

        foreach (var id in new[] { "AAAA", "no%20base64" })
        {
            Assert.Equal(404, (await ada.DeleteAsync("/auth/passkeys/" + id)).Status);
            Assert.Equal(404, (await ada.PatchAsync("/auth/passkeys/" + id, new { name = "Mine" })).Status);
        }
    }
}
