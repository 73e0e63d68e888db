using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Rooms;

/// <summary>Counts all queries but those that look how far the log is: a stream does so when it likes.</summary>
public sealed class AllQueriesApp() : CountingApp(sql => !sql.Contains("FROM \"log", StringComparison.Ordinal));

public sealed class CostOfDeletingRoomsTests(AllQueriesApp app) : IClassFixture<AllQueriesApp>
{
    [Fact]
    public async Task It_takes_as_many_queries_for_two_hundred_members_as_for_none_but_the_owner()
    {
        var ada = await app.SignUpAsync("ada");
        // One stream for both, so that nobody comes or goes meanwhile.
        await using var stream = await ada.OpenStreamAsync();

        Assert.Equal(await QueriesToDeleteAsync(ada, stream, members: 0), await QueriesToDeleteAsync(ada, stream, members: 200));
    }

    // From the request to the moment when the owner's stream has heard of it: the tail's part is counted, too.
    private async Task<int> QueriesToDeleteAsync(ChatClient owner, Listener stream, int members)
    {
        var room = await owner.CreateRoomAsync("private");
        await FillAsync(room, members);
        await stream.NextAsync("room"); // it is there
        var before = app.Queries;

        Assert.Equal(204, (await owner.DeleteAsync($"/chat/room/{room}")).Status);
        await stream.NextAsync("room");

        return app.Queries - before;
    }

    private async Task FillAsync(string roomId, int members)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var room = await db.Rooms.SingleAsync(r => r.Id == roomId, TestContext.Current.CancellationToken);
        foreach (var number in Enumerable.Range(0, members))
        {
            var user = new ChatUser { UserName = $"member-{room.Id}-{number}", NormalizedUserName = $"MEMBER-{room.Id}-{number}".ToUpperInvariant() };
            db.Users.Add(user);
            db.Memberships.Add(Membership.Join(room, user.Id, RoomRole.Member, 0));
        }
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
