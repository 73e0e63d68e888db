namespace BlazorChat.Tests.Features.Presence;

public sealed class PresenceTests(ManualClockApp app) : IClassFixture<ManualClockApp>
{
    [Fact]
    public async Task An_open_stream_means_online()
    {
        var (ada, grace, stream) = await WatchAsync();
        await using var _ = stream;

        await using var hers = await grace.OpenStreamAsync();

        var told = await NextAsync(stream, grace);
        Assert.Equal("online", told["status"].GetString());
        Assert.Equal(["status", "user_id"], told.Data.EnumerateObject().Select(field => field.Name).Order());
        Assert.Null(told.Id);
        Assert.Equal("online", await StatusAsync(ada, grace));
    }

    [Fact]
    public async Task Away_and_back_are_said()
    {
        var (ada, grace, stream) = await WatchAsync();
        await using var _ = stream;
        await using var hers = await grace.OpenStreamAsync();
        await NextAsync(stream, grace);

        Assert.Equal(204, (await grace.PostAsync("/chat/presence", new { status = "away" })).Status);
        Assert.Equal("away", (await NextAsync(stream, grace))["status"].GetString());
        Assert.Equal("away", await StatusAsync(ada, grace));
        Assert.Equal(204, (await grace.PostAsync("/chat/presence", new { status = "online" })).Status);
        Assert.Equal("online", (await NextAsync(stream, grace))["status"].GetString());
    }

    [Fact]
    public async Task Who_looks_elsewhere_in_one_place_only_is_online()
    {
        var (ada, grace, stream) = await WatchAsync();
        await using var _ = stream;
        var elsewhere = await app.SignInAsync(grace.Username);
        await using var one = await grace.OpenStreamAsync();
        await using var two = await elsewhere.OpenStreamAsync();

        await grace.PostAsync("/chat/presence", new { status = "away" });

        Assert.Equal("online", await StatusAsync(ada, grace));
        await elsewhere.PostAsync("/chat/presence", new { status = "away" });
        Assert.Equal("away", await StatusAsync(ada, grace));
    }

    [Fact]
    public async Task Offline_follows_from_having_no_stream_for_a_while()
    {
        var (ada, grace, stream) = await WatchAsync();
        await using var _ = stream;
        var hers = await grace.OpenStreamAsync();
        await NextAsync(stream, grace);

        await hers.DisposeAsync();
        Assert.Equal("online", await StatusAsync(ada, grace));
        var offline = NextAsync(stream, grace);
        var passed = await app.PassTimeUntilAsync(offline);

        Assert.Equal("offline", (await offline)["status"].GetString());
        Assert.True(passed >= TimeSpan.FromSeconds(5), $"After {passed}");
        Assert.Equal("offline", await StatusAsync(ada, grace));
    }

    [Fact]
    public async Task Polling_counts_as_presence()
    {
        var (ada, grace, stream) = await WatchAsync();
        await using var _ = stream;

        await grace.GetAsync("/chat/poll?wait=0");

        Assert.Equal("online", (await NextAsync(stream, grace))["status"].GetString());
        Assert.Equal("online", await StatusAsync(ada, grace));
    }

    [Fact]
    public async Task Nobody_is_told_of_themselves_by_arriving()
    {
        var ada = await app.SignUpAsync("ada");
        await using var stream = await ada.OpenStreamAsync();

        await ada.SayAsync("general", ada.Username);

        Assert.DoesNotContain(await stream.UntilMessageAsync(ada.Username),
            e => e.Name == "presence" && e["user_id"].GetString() == ada.UserId);
    }

    [Theory]
    [InlineData("offline")]
    [InlineData("Away")]
    [InlineData("")]
    [InlineData(null)]
    public async Task One_says_online_or_away(string? status)
    {
        var ada = await app.SignUpAsync("ada");

        var refused = await ada.PostAsync("/chat/presence", new { status });

        Assert.Equal(400, refused.Status);
        Assert.Equal(["status"], refused.Errors);
    }

    private async Task<(ChatClient Ada, ChatClient Grace, Listener Stream)> WatchAsync()
    {
        var ada = await app.SignUpAsync("ada");
        return (ada, await app.SignUpAsync("grace"), await ada.OpenStreamAsync());
    }

    private static async Task<LiveEvent> NextAsync(Listener stream, ChatClient who) =>
        (await stream.UntilAsync(e => e.Name == "presence" && e["user_id"].GetString() == who.UserId))[^1];

    private static async Task<string?> StatusAsync(ChatClient who, ChatClient whose) =>
        (await who.GetAsync("/chat/users?q=" + whose.Username))["users"][0].GetProperty("status").GetString();
}
