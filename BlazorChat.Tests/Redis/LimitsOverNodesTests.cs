using BlazorChat.Core.Presence;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Redis;

public sealed class LimitsOverNodesTests(LimitsOverNodesTests.Nodes nodes) : IClassFixture<LimitsOverNodesTests.Nodes>
{
    private const int Burst = 3;

    // More than there are tokens for, however slowly they are posted.
    private const int Posts = 40;

    public sealed class Nodes() : RedisNodes(
        [("Chat:RateLimits:MessagesPerSecond", "1"), ("Chat:RateLimits:Burst", $"{Burst}"), ("Chat:Limits:StreamsPerUser", "2")]);

    [Fact]
    public async Task Messages_are_limited_over_all_nodes_and_at_each_while_Redis_is_away()
    {
        var ada = await nodes.A.SignUpAsync("ada");
        var there = await nodes.B.MeetAsync(ada);

        Assert.Contains(429, await PostAsync(ada, there));

        await nodes.Redis.KillAsync();
        try
        {
            var answers = await PostAsync(ada, there);
            Assert.True(answers.Count(status => status == 201) >= 2 * Burst, "Each node has a bucket of its own.");
        }
        finally
        {
            await nodes.Redis.StartAsync();
            await nodes.UntilHearingAsync();
        }
    }

    [Fact]
    public async Task Streams_are_counted_over_all_nodes()
    {
        var ada = await nodes.A.SignUpAsync("ada");
        var there = await nodes.B.MeetAsync(ada);
        await using var first = await ada.OpenStreamAsync();
        await using var second = await ada.OpenStreamAsync();
        var board = nodes.B.Services.GetRequiredService<PresenceBoard>();
        await StoredBytes.UntilAsync(() => board.StreamsElsewhere(ada.UserId) == 2, "the other node has heard of both streams");

        var refused = await there.GetAsync("/chat/poll?wait=0");

        Assert.Equal(429, refused.Status);
        Assert.NotNull(refused.Header("Retry-After"));
    }

    private static async Task<List<int>> PostAsync(ChatClient here, ChatClient there)
    {
        var posts = Enumerable.Range(0, Posts).Select(number => (number % 2 == 0 ? here : there).TrySayAsync("general", $"{number}"));
        return [.. (await Task.WhenAll(posts)).Select(answer => answer.Status)];
    }
}
