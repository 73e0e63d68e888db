using BlazorChat.Core.Rooms;
using BlazorChat.Tests.Hosting;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BlazorChat.Tests.Conversation;

/// <summary>What a page weighs in a team of hundreds. Every room that somebody opens is such a page.</summary>
public sealed class LargeTeamTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Members_of_whom_a_page_shows_only_the_first_add_nothing_to_it()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        var (some, many) = (await ada.Client.CreateRoomAsync(), await ada.Client.CreateRoomAsync());
        await AddMembersAsync(some, 60);
        await AddMembersAsync(many, 560);

        var (ofSome, ofMany) = (await WeighAsync(ada, some), await WeighAsync(ada, many));

        Assert.InRange(ofMany - ofSome, -500, 500);
    }

    [Fact]
    public async Task Public_rooms_that_somebody_is_not_in_add_nothing_to_their_pages()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        var grace = await app.SignUpAsync("grace");
        var before = await WeighAsync(ada, "general");
        for (var i = 0; i < 20; i++)
            await grace.CreateRoomAsync();

        Assert.InRange(await WeighAsync(ada, "general") - before, -500, 500);
    }

    [Fact]
    public async Task A_room_more_takes_a_kilobyte_of_the_first_page_and_nothing_of_those_that_come_in_place()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        var (first, inPlace) = (await WeighAsync(ada, "general"), await WeighAsync(ada, "general", isInPlace: true));
        for (var i = 0; i < 20; i++)
            await ada.Client.CreateRoomAsync();

        Assert.InRange((await WeighAsync(ada, "general") - first) / 20, 1, 1_000);
        Assert.InRange(await WeighAsync(ada, "general", isInPlace: true) - inPlace, -500, 500);
    }

    private static async Task<int> WeighAsync(Browser person, string room, bool isInPlace = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/room/" + room, UriKind.Relative));
        if (isInPlace)
            request.Headers.TryAddWithoutValidation("Accept", "text/html; blazor-enhanced-nav=on");
        return (await person.Client.SendAsync(request)).Text.Length;
    }

    // Accounts that nobody signs in to, beside the log: a thousand sign-ups would take a minute.
    private async Task AddMembersAsync(string room, int count)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync();
        var joined = await db.Rooms.SingleAsync(one => one.Id == room);
        for (var i = 0; i < count; i++)
        {
            var user = new ChatUser { UserName = $"{room}-{i}", NormalizedUserName = $"{room}-{i}".ToUpperInvariant() };
            db.Users.Add(user);
            db.Memberships.Add(Membership.Join(joined, user.Id, RoomRole.Member, now: 0));
        }
        await db.SaveChangesAsync();
    }
}
