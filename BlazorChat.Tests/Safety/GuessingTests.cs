namespace BlazorChat.Tests.Safety;

/// <summary>A hundred guesses under the limits that a chat has by itself.</summary>
public sealed class GuessingTests : IAsyncLifetime
{
    private readonly ChatApp app = new(
        [("Chat:RateLimits:SignInsPerMinute", "10"), ("Chat:RateLimits:SignInsPerMinuteAndAddress", "60")]);

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Of_a_hundred_guesses_at_one_password_ten_are_looked_at_and_then_the_right_one_does_not_help()
    {
        var answers = await GuessAsync(_ => app.Admin.Username);

        Assert.InRange(answers.Count(answer => answer.Status == 401), 5, 10);
        Assert.All(answers.Where(answer => answer.Status != 401), answer => Assert.Equal(429, answer.Status));
        Assert.NotEqual(200, (await SignInAsync(app.Admin.Username, ChatApp.Password)).Status);
        Assert.Equal(200, (await app.Admin.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task Of_a_hundred_guesses_at_as_many_accounts_sixty_are_looked_at()
    {
        var answers = await GuessAsync(n => $"somebody-{n}");

        Assert.InRange(answers.Count(answer => answer.Status == 401), 50, 60);
        Assert.All(answers.Where(answer => answer.Status != 401), answer => Assert.Equal(429, answer.Status));
    }

    private Task<Reply[]> GuessAsync(Func<int, string> whose) =>
        Task.WhenAll(Enumerable.Range(0, 100).Select(n => SignInAsync(whose(n), $"guess number {n}")));

    private Task<Reply> SignInAsync(string username, string password) =>
        app.Anonymous.PostAsync("/auth/token", new { username, password });
}
