using System.Globalization;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Previews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Previews;

public sealed class PlainMessagesTests(PreviewApp app) : IClassFixture<PreviewApp>
{
    [Fact]
    public async Task A_message_without_a_link_passes_the_follower_by_and_costs_it_no_transaction()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync(await app.SignUpAsync("grace"));
        await ReachAsync(await ada.SayAsync(room, "http://nowhere.invalid:x/ is written like a link"));
        var before = await SavedAsync();

        var plain = await ada.SayAsync(room, "Nothing to see here: 10:30");
        await ReachAsync(plain);

        Assert.Equal(before, await SavedAsync());
        Assert.True(before < Position(plain));
    }

    private Task ReachAsync(MessageJson message) =>
        app.Services.GetRequiredService<PreviewFollower>().ReachAsync(Position(message), TestContext.Current.CancellationToken);

    private async Task<long> SavedAsync()
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.Followers.Where(follower => follower.Name == "link_previews").Select(follower => follower.Position).SingleAsync(TestContext.Current.CancellationToken);
    }

    private static long Position(MessageJson message) => long.Parse(message.Id, CultureInfo.InvariantCulture);
}
