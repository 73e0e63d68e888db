using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Messages;

public sealed class CostOfPostingTests(RoomQueriesApp app) : IClassFixture<RoomQueriesApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_writer_still_knows_the_room_after_followers_have_saved_how_far_they_are()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        await ada.SayAsync(room, "Known from here on");
        await FollowersReachAsync();
        var before = app.Queries;

        await ada.SayAsync(room, "Nothing to look up");

        Assert.Equal(before, app.Queries);
    }

    [Fact]
    public async Task The_writer_still_knows_the_room_after_somebody_has_read_it()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        await grace.SayAsync(room, "I am here");
        var message = await ada.SayAsync(room, "Known from here on");
        var before = app.Queries;

        Assert.Equal(204, (await grace.PostAsync($"/chat/room/{room}/read", new { message_id = message.Id })).Status);
        await ada.SayAsync(room, "Nothing to look up");

        Assert.Equal(before, app.Queries);
    }

    private async Task FollowersReachAsync()
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(Ct);
        var head = (await db.HeadAsync(Ct)).Position;
        foreach (var follower in app.Services.GetServices<Follower>())
            await follower.ReachAsync(head, Ct).WaitAsync(Patience.Limit, Ct);
    }
}

/// <summary>Counts the queries that look a room up.</summary>
public sealed class RoomQueriesApp() : CountingApp(sql =>
    sql.Contains("FROM \"rooms\"", StringComparison.Ordinal) || sql.Contains("FROM rooms", StringComparison.Ordinal));
