namespace BlazorChat.Tests.Operations;

public sealed class BusHealthTests
{
    [Fact]
    public async Task A_Redis_that_is_away_is_told_and_the_chat_goes_on()
    {
        await using var redis = new RedisServer();
        await redis.StartAsync();
        await using var app = new ChatApp(redis.Settings);
        await app.InitializeAsync();
        Assert.Equal(("ready", "ok"), await ReadyAsync(app));

        await redis.KillAsync();
        await UntilAsync(app, ("degraded", "failing"));
        await app.Admin.SayAsync("general", "Still here");

        await redis.StartAsync();
        await UntilAsync(app, ("ready", "ok"));
    }

    [Fact]
    public async Task Metrics_tell_of_the_bus_where_there_is_one()
    {
        await using var redis = new RedisServer();
        await redis.StartAsync();
        await using var app = new ChatApp(redis.Settings);
        await app.InitializeAsync();
        using var http = app.NewHttp(null);

        var text = await http.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Matches(@"\nblazorchat_bus_connected [01]\n", text);
        Assert.Matches(@"\nblazorchat_bus_published_total [1-9]", text);
    }

    private static async Task<(string, string)> ReadyAsync(ChatApp app)
    {
        var ready = await app.Anonymous.GetAsync("/health/ready");
        Assert.Equal(200, ready.Status);
        return (ready["status"].GetString()!, ready["checks"].GetProperty("bus").GetString()!);
    }

    // A good answer serves for some seconds.
    private static async Task UntilAsync(ChatApp app, (string Status, string Bus) state)
    {
        using var patience = Patience.Begin();
        while (await ReadyAsync(app) != state)
            await Task.Delay(50, patience.Token);
    }
}
