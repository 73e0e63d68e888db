using System.Text.Json;
using BlazorChat.Core.Live;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Admin;

public sealed class NodesTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task Each_node_lists_both_and_one_that_stopped_no_more()
    {
        var third = new NodeApp(nodes.A);
        await third.InitializeAsync();
        var three = await ListedAsync(nodes.A.Admin, list => list.Length == 3);
        await third.DisposeAsync();
        var admin = await nodes.B.MeetAsync(nodes.A.Admin);
        var two = await ListedAsync(admin, list => list.Length == 2);

        Assert.Single(three, node => node.GetProperty("is_this").GetBoolean());
        Assert.Single(two, node => node.GetProperty("is_this").GetBoolean());
        Assert.All(two, node => Assert.NotEmpty(node.GetProperty("version").GetString()!));
    }

    [Fact]
    public async Task It_counts_the_streams_of_the_other_node()
    {
        var ada = await nodes.B.MeetAsync(await nodes.A.SignUpAsync("ada"));
        await using var stream = await ada.OpenStreamAsync();

        await ListedAsync(nodes.A.Admin, list => list.Any(node => !node.GetProperty("is_this").GetBoolean() && node.GetProperty("streams").GetInt32() > 0));
    }

    [Fact]
    public async Task A_stream_at_the_other_node_is_listed_and_ended()
    {
        var grace = await nodes.B.MeetAsync(await nodes.A.SignUpAsync("grace"));
        await using var stream = await grace.OpenStreamAsync("general");

        var listed = await StreamOfAsync(grace.UserId);
        Assert.Equal("general", listed.GetProperty("room_id").GetString());
        Assert.Equal(204, (await nodes.A.Admin.DeleteAsync("/chat/admin/streams/" + listed.GetProperty("stream_id").GetString())).Status);

        await stream.ToEndAsync();
        Assert.Equal(200, (await grace.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task A_sign_in_that_is_ended_at_one_node_ends_at_the_other()
    {
        var there = await nodes.B.MeetAsync(await nodes.A.SignUpAsync("linus"));
        await using var stream = await there.OpenStreamAsync();
        var session = (await nodes.A.Admin.GetAsync("/chat/admin/sessions?user_id=" + there.UserId))["sessions"][0].GetProperty("session_id").GetString();

        Assert.Equal(204, (await nodes.A.Admin.DeleteAsync("/chat/admin/sessions/" + session)).Status);

        await stream.ToEndAsync();
        Assert.Equal(401, (await there.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task A_stream_that_no_node_has_is_not_found() =>
        Assert.Equal(404, (await nodes.A.Admin.DeleteAsync("/chat/admin/streams/0123456789ab-1")).Status);

    [Fact]
    public async Task The_overview_counts_nodes_and_the_streams_at_all_of_them()
    {
        var ada = await nodes.B.MeetAsync(await nodes.A.SignUpAsync("ada"));
        await ListedAsync(nodes.A.Admin, list => list.Length == 2);
        var here = nodes.A.Services.GetRequiredService<Broadcaster>();
        await using var stream = await ada.OpenStreamAsync();
        using var patience = Patience.Begin();
        JsonElement overview;
        do
        {
            patience.Token.ThrowIfCancellationRequested();
            overview = (await nodes.A.Admin.GetAsync("/chat/admin/overview")).Json;
        }
        while (overview.GetProperty("streams").GetInt32() <= here.StreamCount);

        Assert.Equal(2, overview.GetProperty("nodes").GetInt32());
    }

    private async Task<JsonElement> StreamOfAsync(string userId)
    {
        using var patience = Patience.Begin();
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            foreach (var stream in (await nodes.A.Admin.GetAsync("/chat/admin/streams"))["streams"].EnumerateArray())
                if (stream.GetProperty("user_id").GetString() == userId)
                    return stream;
        }
    }

    private static async Task<JsonElement[]> ListedAsync(ChatClient admin, Func<JsonElement[], bool> areRight)
    {
        using var patience = Patience.Begin();
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            JsonElement[] listed = [.. (await admin.GetAsync("/chat/admin/nodes"))["nodes"].EnumerateArray()];
            if (areRight(listed))
                return listed;
        }
    }
}
