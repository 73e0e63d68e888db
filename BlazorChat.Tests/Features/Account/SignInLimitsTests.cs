namespace BlazorChat.Tests.Features.Account;

public sealed class StrictSignInsApp() : ChatApp(
    [("Chat:RateLimits:SignInsPerMinute", "3"), ("Chat:RateLimits:RegistrationsPerHour", "4")]);

public sealed class SignInLimitsTests(StrictSignInsApp app) : IClassFixture<StrictSignInsApp>
{
    [Fact]
    public async Task Too_many_attempts_on_one_account_have_to_wait_and_other_accounts_do_not()
    {
        for (var i = 0; i < 3; i++)
            Assert.Equal(401, (await TryAsync("grace")).Status);

        var refused = await TryAsync("GRACE");

        Assert.Equal((429, "too_many_requests"), (refused.Status, refused.Code));
        Assert.InRange(int.Parse(refused.Header("Retry-After")!), 1, 60);
        Assert.Equal(401, (await TryAsync("joan")).Status);
    }

    [Fact]
    public async Task Too_many_new_accounts_from_one_address_have_to_wait()
    {
        // The administrator was the first.
        for (var i = 0; i < 3; i++)
            Assert.Equal(201, (await RegisterAsync()).Status);

        var refused = await RegisterAsync();

        Assert.Equal((429, "too_many_requests"), (refused.Status, refused.Code));
        Assert.InRange(int.Parse(refused.Header("Retry-After")!), 1, 3600);
    }

    private Task<Reply> TryAsync(string username) =>
        app.Anonymous.PostAsync("/auth/token", new { username, password = "wrong password" });

    private Task<Reply> RegisterAsync() =>
        app.Anonymous.PostAsync("/auth/register", new { username = app.UniqueName("ada"), password = ChatApp.Password });
}
