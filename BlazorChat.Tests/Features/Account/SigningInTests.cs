namespace BlazorChat.Tests.Features.Account;

public sealed class SigningInTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_password_is_traded_for_tokens()
    {
        var ada = await app.SignUpAsync("ada");

        var tokens = await SignInAsync(ada.Username, ChatApp.Password);

        Assert.Equal(200, tokens.Status);
        Assert.Equal(("Bearer", 3600), (tokens["token_type"].GetString(), tokens["expires_in"].GetInt32()));
        Assert.Equal(ada.UserId, (await app.WithTokenAsync(tokens)).UserId);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_told_apart_by_nobody()
    {
        var ada = await app.SignUpAsync("ada");

        var wrong = await SignInAsync(ada.Username, "wrong password");
        var unknown = await SignInAsync(app.UniqueName("nobody"), "wrong password");

        Assert.Equal((401, "wrong_credentials"), (wrong.Status, wrong.Code));
        Assert.Equal(unknown.Text, wrong.Text);
    }

    [Fact]
    public async Task After_five_failures_the_right_password_does_not_help_either()
    {
        var ada = await app.SignUpAsync("ada");
        for (var i = 0; i < 5; i++)
            Assert.Equal(401, (await SignInAsync(ada.Username, "wrong password")).Status);

        var right = await SignInAsync(ada.Username, ChatApp.Password);
        Assert.Equal((401, "locked_out"), (right.Status, right.Code));
        Assert.Contains("Try again in 5 minutes", right.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_locked_like_one_that_somebody_has()
    {
        var ada = await app.SignUpAsync("ada");
        var nobody = app.UniqueName("nobody");

        for (var i = 0; i < 7; i++)
        {
            Assert.Equal((await SignInAsync(ada.Username, "wrong password")).Code, (await SignInAsync(nobody, "wrong password")).Code);
            // A failure is counted behind its answer: what is written after it is stored when it is counted.
            await ada.PatchAsync("/auth/me", new { status_text = $"Waiting {i}" });
        }

        Assert.Equal("locked_out", (await SignInAsync(nobody.ToUpperInvariant(), "wrong password")).Code);
    }

    [Fact]
    public async Task Four_failures_are_forgiven()
    {
        var ada = await app.SignUpAsync("ada");
        for (var i = 0; i < 4; i++)
            await SignInAsync(ada.Username, "wrong password");

        Assert.Equal(200, (await SignInAsync(ada.Username, ChatApp.Password)).Status);
    }

    [Theory]
    [InlineData(null, "x", "username")]
    [InlineData("", "x", "username")]
    [InlineData("ada", null, "password")]
    [InlineData("ada", "", "password")]
    public async Task Both_are_needed(string? username, string? password, string field)
    {
        var refused = await app.Anonymous.PostAsync("/auth/token", new { username, password });

        Assert.Equal(400, refused.Status);
        Assert.Equal([field], refused.Errors);
    }

    private Task<Reply> SignInAsync(string username, string password) =>
        app.Anonymous.PostAsync("/auth/token", new { username, password });
}
