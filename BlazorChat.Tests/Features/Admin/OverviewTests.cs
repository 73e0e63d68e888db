namespace BlazorChat.Tests.Features.Admin;

public sealed class OverviewTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task The_numbers_are_those_of_now()
    {
        var ada = await app.SignUpAsync("ada");
        var before = await app.Admin.GetAsync("/chat/admin/overview");
        await using var stream = await ada.OpenStreamAsync("general");
        await ada.SayAsync("general", "One");
        await ada.SayAsync("general", "Two");
        await stream.UntilMessageAsync("Two");

        var after = await app.Admin.GetAsync("/chat/admin/overview");

        Assert.Equal(2, Grown("messages"));
        Assert.Equal(1, Grown("streams"));
        Assert.Equal(1, Grown("people_online"));
        Assert.True(Grown("deliveries") >= 2);
        Assert.True(after["database_bytes"].GetInt64() > 0);
        Assert.Equal(2, after["messages"].GetInt64() - before["messages"].GetInt64());

        long Grown(string name) => after[name].GetInt64() - before[name].GetInt64();
    }

    [Fact]
    public async Task Messages_are_counted_by_the_hour_once_each()
    {
        var ada = await app.SignUpAsync("ada");
        var before = Posted(await app.Admin.GetAsync("/chat/admin/overview"));
        await ada.SayAsync("general", "One");
        await app.Admin.GetAsync("/chat/admin/overview");
        await ada.SayAsync("general", "Two");

        var overview = await app.Admin.GetAsync("/chat/admin/overview");

        Assert.Equal(before + 2, Posted(overview));
        Assert.Equal(24, overview["messages_per_hour"].GetArrayLength());
    }

    private static int Posted(Reply overview) =>
        overview["messages_per_hour"].EnumerateArray().Sum(hour => hour.GetProperty("count").GetInt32());
}
