namespace BlazorChat.Tests.Features.Account;

public sealed class RefreshingTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_refresh_token_is_traded_for_new_tokens_of_the_same_sign_in()
    {
        var ada = await app.SignUpAsync("ada");

        var renewed = await RefreshAsync(ada.RefreshToken);

        Assert.Equal(200, renewed.Status);
        Assert.NotEqual(ada.RefreshToken, renewed["refresh_token"].GetString());
        var again = await app.WithTokenAsync(renewed);
        Assert.Equal(ada.UserId, again.UserId);
        await again.PostAsync("/auth/revoke");
        Assert.Equal(401, (await ada.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task A_refresh_token_serves_once()
    {
        var ada = await app.SignUpAsync("ada");
        await RefreshAsync(ada.RefreshToken);

        var again = await RefreshAsync(ada.RefreshToken);

        Assert.Equal((401, "bad_refresh_token"), (again.Status, again.Code));
    }

    [Fact]
    public async Task Of_those_who_use_a_refresh_token_at_once_one_succeeds()
    {
        var ada = await app.SignUpAsync("ada");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => RefreshAsync(ada.RefreshToken)));

        Assert.Equal([200, 401, 401, 401, 401], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task A_revoked_sign_in_cannot_be_refreshed()
    {
        var ada = await app.SignUpAsync("ada");

        await ada.PostAsync("/auth/revoke");

        Assert.Equal(401, (await RefreshAsync(ada.RefreshToken)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("no.such")]
    public async Task Nonsense_is_no_refresh_token(string? token)
    {
        Assert.Equal((401, "bad_refresh_token"), ((await RefreshAsync(token)).Status, (await RefreshAsync(token)).Code));
    }

    [Fact]
    public async Task A_refresh_token_opens_nothing_by_itself()
    {
        var ada = await app.SignUpAsync("ada");

        Assert.Equal(401, (await app.Showing(ada.RefreshToken).GetAsync("/auth/me")).Status);
    }

    private Task<Reply> RefreshAsync(string? token) => app.Anonymous.PostAsync("/auth/refresh", new { refresh_token = token });
}
