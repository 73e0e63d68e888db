using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Log;
using Microsoft.Extensions.DependencyInjection;

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

    [Theory]
    [InlineData("/auth/two-factor/setup")]
    [InlineData("/auth/two-factor/off")]
    [InlineData("/auth/two-factor/recovery-codes")]
    [InlineData("/auth/passkeys/creation-options")]
    public async Task The_right_password_among_wrong_ones_at_once_does_not_help(string path)
    {
        var ada = await app.SignUpAsync("ada");

        var right = await AfterFiveFailuresAtOnceAsync(
            _ => ada.PostAsync(path, new { password = "wrong password" }), () => ada.PostAsync(path, new { password = ChatApp.Password }));

        Assert.Equal(400, right.Status);
        Assert.Equal(["password"], right.Errors);
    }

    [Theory]
    [InlineData("/account/manage/security", "SetUp", "Password", null)]
    [InlineData("/account/manage/security", "Password", "Current", "Next")]
    [InlineData("/account/manage/email", "Change", "Password", "Email")]
    [InlineData("/account/manage/delete", "Deletion", "Password", null)]
    public async Task Nor_does_it_on_a_page(string path, string form, string field, string? other)
    {
        var ada = await Browser.SignUpAsync(app, "ada");

        var right = await AfterFiveFailuresAtOnceAsync(n => FillAsync("wrong password", n), () => FillAsync(ChatApp.Password, 5));

        Assert.Equal(200, right.Status);
        Assert.Contains("too many attempts", right.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await ada.Client.GetAsync("/auth/me")).Status);

        Task<Reply> FillAsync(string password, int n) => ada.SubmitAsync(path, form,
            other is null ? [(field, password)] : [(field, password), (other, $"a{n}@next.example")]);
    }

    [Fact]
    public async Task That_a_code_is_needed_is_not_told_to_who_guesses_at_the_password()
    {
        var ada = await app.SignUpAsync("ada");
        var setup = await ada.PostAsync("/auth/two-factor/setup", new { password = ChatApp.Password });
        var code = Totp.CodeAt(setup["secret"].GetString()!, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        Assert.Equal(200, (await ada.PostAsync("/auth/two-factor", new { code })).Status);

        var right = await AfterFiveFailuresAtOnceAsync(
            _ => SignInAsync(ada.Username, "wrong password"), () => SignInAsync(ada.Username, ChatApp.Password));

        Assert.Equal("locked_out", right.Code);
    }

    [Fact]
    public async Task Codes_are_guessed_at_five_times_when_two_factors_are_turned_on_too()
    {
        var ada = await app.SignUpAsync("ada");
        var setup = await ada.PostAsync("/auth/two-factor/setup", new { password = ChatApp.Password });
        for (var i = 0; i < 5; i++)
            Assert.Equal(["code"], (await ada.PostAsync("/auth/two-factor", new { code = "wrong" })).Errors);
        var code = Totp.CodeAt(setup["secret"].GetString()!, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());

        Assert.Equal(["code"], (await ada.PostAsync("/auth/two-factor", new { code })).Errors);
    }

    // The writer is held up meanwhile: no failure has been counted yet when the right password is looked at.
    private async Task<Reply> AfterFiveFailuresAtOnceAsync(Func<int, Task<Reply>> fail, Func<Task<Reply>> succeed)
    {
        var (isHeld, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var held = app.Services.GetRequiredService<LogWriter>().AppendAsync<Done>(async (_, _) =>
        {
            isHeld.SetResult();
            await release.Task;
            return default(Done);
        });
        await isHeld.Task;
        await Task.WhenAll(Enumerable.Range(0, 5).Select(fail));
        var right = succeed();
        release.SetResult();
        await held;
        return await right;
    }

    private Task<Reply[]> GuessAsync(Func<int, string> whose) =>
        Task.WhenAll(Enumerable.Range(0, 100).Select(n => SignInAsync(whose(n), $"guess number {n}")));

    private Task<Reply> SignInAsync(string username, string password) =>
        app.Anonymous.PostAsync("/auth/token", new { username, password });
}
