namespace BlazorChat.Tests.Live;

public sealed class TimeTests(ManualClockApp app) : IClassFixture<ManualClockApp>
{
    [Fact]
    public async Task A_silent_stream_shows_a_sign_of_life_every_fifteen_seconds()
    {
        var ada = await app.SignUpAsync("ada");
        using var response = await ada.Http.GetAsync(
            $"/chat/room/{await ada.CreateRoomAsync()}/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        while (!(await lines.ReadLineAsync(TestContext.Current.CancellationToken))!.StartsWith("data:", StringComparison.Ordinal))
        {
        }

        for (var beat = 0; beat < 3; beat++)
        {
            await app.PassTimeUntilAsync(ReadCommentAsync(lines), atMost: TimeSpan.FromSeconds(15));
        }
    }

    [Fact]
    public async Task A_stream_ends_when_its_token_expires()
    {
        var ada = await app.SignUpAsync("ada");
        await using var stream = await ada.OpenStreamAsync();

        var passed = await app.PassTimeUntilAsync(stream.ToEndAsync(), seconds: 10, atMost: TimeSpan.FromMinutes(6));

        Assert.True(passed > TimeSpan.FromMinutes(4), $"After {passed}");
        Assert.Equal(401, (await ada.GetAsync("/auth/me")).Status);
    }

    private static async Task ReadCommentAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync() is { } line)
            if (line.StartsWith(':'))
                return;
        Assert.Fail("The stream ended.");
    }
}
