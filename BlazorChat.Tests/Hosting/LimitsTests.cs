using System.Diagnostics;

namespace BlazorChat.Tests.Hosting;

public sealed class StrictChatApp() : ChatApp(
[
    ("Chat:RateLimits:MessagesPerSecond", "1"), ("Chat:RateLimits:Burst", "5"),
    ("Chat:Limits:MessageLength", "10"), ("Chat:Limits:StreamsPerUser", "2"),
]);

public sealed class LimitsTests(StrictChatApp app) : IClassFixture<StrictChatApp>
{
    [Fact]
    public async Task Someone_who_goes_too_fast_is_told_how_long_to_wait()
    {
        var ada = await app.SignUpAsync("ada");

        var since = Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => ada.TrySayAsync("general", $"{i}")));

        // One more may pass with every second that it took.
        Assert.InRange(answers.Count(answer => answer.Status == 201), 5, 6 + (int)since.Elapsed.TotalSeconds);
        var refused = answers.First(answer => answer.Status != 201);
        Assert.Equal((429, "too_many_requests", "application/problem+json"), (refused.Status, refused.Code, refused.ContentType));
        Assert.True(int.Parse(refused.Header("Retry-After")!) >= 1);
    }

    [Fact]
    public async Task One_persons_haste_is_not_anothers()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => ada.TrySayAsync("general", $"{i}")));

        await grace.SayAsync("general", "Calm");
    }

    [Fact]
    public async Task Typing_costs_no_message()
    {
        var ada = await app.SignUpAsync("ada");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            ada.PostAsync("/chat/typing", new { room_id = "general", is_typing = true })));

        await ada.SayAsync("general", "Hello");
    }

    [Fact]
    public async Task A_messages_length_is_configured()
    {
        var ada = await app.SignUpAsync("ada");

        await ada.SayAsync("general", "😀😀😀😀😀😀😀😀😀😀");
        Assert.Equal(400, (await ada.TrySayAsync("general", "12345678901")).Status);
    }

    [Fact]
    public async Task One_stream_too_many_is_refused_until_another_ends()
    {
        var ada = await app.SignUpAsync("ada");
        var first = await ada.OpenStreamAsync();
        await using var second = await ada.OpenStreamAsync("general");

        foreach (var path in new[] { "/chat/events", "/chat/room/general/events", "/chat/poll?wait=0" })
        {
            var refused = await ada.GetAsync(path);
            Assert.Equal((429, "too_many_requests"), (refused.Status, refused.Code));
            Assert.True(int.Parse(refused.Header("Retry-After")!) >= 1);
        }

        await first.DisposeAsync();
        // That the connection is gone reaches the server a moment later.
        while ((await ada.GetAsync("/chat/poll?wait=0")).Status == 429)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }
}
