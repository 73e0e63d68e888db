using BlazorChat.Core.Users;

namespace BlazorChat.Tests.Features.Account;

public sealed class TwoFactorTests(ManualClockApp app) : IClassFixture<ManualClockApp>
{
    [Fact]
    public async Task With_two_factors_the_password_alone_opens_nothing()
    {
        var (ada, secret, _) = await TurnOnAsync();

        var refused = await SignInAsync(ada);
        var signedIn = await SignInAsync(ada, code: NextCode(secret));

        Assert.Equal((401, "two_factor_required"), (refused.Status, refused.Code));
        Assert.Equal(200, signedIn.Status);
    }

    [Fact]
    public async Task Only_someone_who_knows_the_password_is_told_that_a_code_is_needed()
    {
        var (ada, _, _) = await TurnOnAsync();

        Assert.Equal("wrong_credentials", (await SignInAsync(ada, password: "wrong password")).Code);
    }

    [Fact]
    public async Task It_is_on_only_once_a_code_was_shown()
    {
        var ada = await app.SignUpAsync("ada");
        await ada.PostAsync("/auth/two-factor/setup", new { password = ChatApp.Password });

        var refused = await ada.PostAsync("/auth/two-factor", new { code = "000000" });

        Assert.Equal(400, refused.Status);
        Assert.Equal(["code"], refused.Errors);
        Assert.Equal(200, (await SignInAsync(ada)).Status);
    }

    [Theory]
    [InlineData("/auth/two-factor/setup")]
    [InlineData("/auth/two-factor/off")]
    [InlineData("/auth/two-factor/recovery-codes")]
    public async Task Changing_it_takes_the_password(string path)
    {
        var (ada, _, _) = await TurnOnAsync();

        var refused = await ada.PostAsync(path, new { password = "wrong password" });

        Assert.Equal(400, refused.Status);
        Assert.Equal(["password"], refused.Errors);
        Assert.True((await ada.GetAsync("/auth/two-factor"))["enabled"].GetBoolean());
    }

    [Fact]
    public async Task A_code_serves_once()
    {
        var (ada, secret, _) = await TurnOnAsync();
        var code = NextCode(secret);

        Assert.Equal(200, (await SignInAsync(ada, code)).Status);
        Assert.Equal((401, "wrong_code"), ((await SignInAsync(ada, code)).Status, (await SignInAsync(ada, code)).Code));
    }

    [Fact]
    public async Task Of_those_who_use_a_code_at_once_one_succeeds()
    {
        var (ada, secret, _) = await TurnOnAsync();
        var code = NextCode(secret);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SignInAsync(ada, code)));

        Assert.Equal([200, 401, 401, 401], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task A_recovery_code_serves_once_and_however_it_was_typed()
    {
        var (ada, _, codes) = await TurnOnAsync();

        Assert.Equal(10, codes.Length);
        Assert.Equal(200, (await SignInAsync(ada, recoveryCode: codes[0].ToUpperInvariant().Replace("-", " "))).Status);
        Assert.Equal((401, "wrong_code"), ((await SignInAsync(ada, recoveryCode: codes[0])).Status, (await SignInAsync(ada, recoveryCode: codes[0])).Code));
        Assert.Equal(200, (await SignInAsync(ada, recoveryCode: codes[1])).Status);
        Assert.Equal(8, (await ada.GetAsync("/auth/two-factor"))["recovery_codes_left"].GetInt32());
    }

    [Fact]
    public async Task New_recovery_codes_end_the_old_ones()
    {
        var (ada, _, codes) = await TurnOnAsync();

        var renewed = CodesOf(await ada.PostAsync("/auth/two-factor/recovery-codes", new { password = ChatApp.Password }));

        Assert.Empty(renewed.Intersect(codes));
        Assert.Equal(401, (await SignInAsync(ada, recoveryCode: codes[0])).Status);
        Assert.Equal(200, (await SignInAsync(ada, recoveryCode: renewed[0])).Status);
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account_for_five_minutes()
    {
        var (ada, secret, _) = await TurnOnAsync();
        for (var i = 0; i < 5; i++)
            Assert.Equal("wrong_code", (await SignInAsync(ada, code: "000000")).Code);

        Assert.Equal("locked_out", (await SignInAsync(ada, code: NextCode(secret))).Code);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(200, (await SignInAsync(ada, code: NextCode(secret))).Status);
    }

    [Fact]
    public async Task The_right_password_does_not_make_wrong_codes_forgotten()
    {
        var (ada, secret, _) = await TurnOnAsync();
        for (var i = 0; i < 5; i++)
        {
            await SignInAsync(ada);
            await SignInAsync(ada, code: "000000");
        }

        Assert.Equal(401, (await SignInAsync(ada, code: NextCode(secret))).Status);
    }

    [Fact]
    public async Task Turned_off_the_password_is_enough_again()
    {
        var (ada, _, codes) = await TurnOnAsync();

        Assert.Equal(204, (await ada.PostAsync("/auth/two-factor/off", new { password = ChatApp.Password })).Status);

        Assert.Equal(200, (await SignInAsync(ada)).Status);
        Assert.False((await ada.GetAsync("/auth/two-factor"))["enabled"].GetBoolean());
        Assert.Equal("two_factor_off", (await ada.PostAsync("/auth/two-factor/recovery-codes", new { password = ChatApp.Password })).Code);
    }

    [Fact]
    public async Task The_login_page_asks_for_the_code_after_the_password()
    {
        var (ada, secret, codes) = await TurnOnAsync();
        var browser = new Browser(app);

        var asked = await browser.SubmitAsync("/account/login", "Input", ("Username", ada.Username), ("Password", ChatApp.Password));
        Assert.Equal(200, asked.Status);
        Assert.Equal(401, (await browser.Client.GetAsync("/auth/me")).Status);
        var wrong = await browser.SubmitAsync(asked, "/account/login", "Second", ("Code", "000000"));
        Assert.Contains("wrong or used", wrong.Text, StringComparison.Ordinal);
        var signedIn = await browser.SubmitAsync(wrong, "/account/login", "Second", ("Code", NextCode(secret)));

        Assert.Equal(302, signedIn.Status);
        Assert.Equal(200, (await browser.Client.GetAsync("/auth/me")).Status);
        var other = new Browser(app);
        asked = await other.SubmitAsync("/account/login", "Input", ("Username", ada.Username), ("Password", ChatApp.Password));
        Assert.Equal(302, (await other.SubmitAsync(asked, "/account/login", "Second", ("Code", codes[0]))).Status);
    }

    [Fact]
    public async Task Someone_who_takes_too_long_begins_again()
    {
        var (ada, secret, _) = await TurnOnAsync();
        var browser = new Browser(app);
        var asked = await browser.SubmitAsync("/account/login", "Input", ("Username", ada.Username), ("Password", ChatApp.Password));

        app.Clock.Advance(TimeSpan.FromMinutes(6));
        var late = await browser.SubmitAsync(asked, "/account/login", "Second", ("Code", NextCode(secret)));

        Assert.Contains("took too long", late.Text, StringComparison.Ordinal);
        Assert.Equal(401, (await browser.Client.GetAsync("/auth/me")).Status);
    }

    private async Task<(ChatClient Ada, string Secret, string[] RecoveryCodes)> TurnOnAsync()
    {
        var ada = await app.SignUpAsync("ada");
        var setup = await ada.PostAsync("/auth/two-factor/setup", new { password = ChatApp.Password });
        Assert.Equal(200, setup.Status);
        var secret = setup["secret"].GetString()!;
        Assert.StartsWith($"otpauth://totp/BlazorChat:{ada.Username}?secret={secret}", setup["uri"].GetString(), StringComparison.Ordinal);
        return (ada, secret, CodesOf(await ada.PostAsync("/auth/two-factor", new { code = CodeOf(secret) })));
    }

    private Task<Reply> SignInAsync(
        ChatClient who, string? code = null, string? recoveryCode = null, string password = ChatApp.Password) =>
        app.Anonymous.PostAsync("/auth/token", new { username = who.Username, password, code, recovery_code = recoveryCode });

    // Each code serves once.
    private string NextCode(string secret)
    {
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        return CodeOf(secret);
    }

    private string CodeOf(string secret) => Totp.CodeAt(secret, app.Clock.GetUtcNow().ToUnixTimeMilliseconds());

    private static string[] CodesOf(Reply reply)
    {
        Assert.Equal(200, reply.Status);
        return [.. reply["codes"].EnumerateArray().Select(code => code.GetString()!)];
    }
}
