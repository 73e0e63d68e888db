using System.Text.Json;
using BlazorChat.Web.Conversation.Rooms;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Tests.Features.Rooms;

/// <summary>The one table of what is unread: the server counts it, and the browser's own test of what follows it by events reads it, too.</summary>
public sealed class UnreadCasesTests(ChatApp app) : IClassFixture<ChatApp>
{
    private static readonly JsonElement[] table = SharedCases.In("unread-cases.json");

    public static TheoryData<string> Cases => [.. table.Select(one => one.GetProperty("case").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_server_counts_as_the_table_says(string name)
    {
        var example = table.Single(one => one.GetProperty("case").GetString() == name);
        var acts = await UnreadActs.BeginAsync(app, example);
        var (me, room) = (acts.Me, acts.Room);
        await using var stream = await me.OpenStreamAsync();

        foreach (var act in example.GetProperty("acts").EnumerateArray())
        {
            var told = await acts.DoAsync(act);
            await stream.UntilAsync(e => e.Name == told);
            var wanted = act.GetProperty("is").EnumerateArray().Select(number => number.GetInt64()).ToArray();
            Assert.Equal(wanted, Counts(await ListedAsync(me, room)));
        }
    }

    private static long[] Counts(RoomListItem room) => [room.Unread, room.Mentions, room.Calls];

    private static async Task<RoomListItem> ListedAsync(ChatClient me, string room) => RoomListItem.Of(
        (await me.GetAsync("/chat/rooms"))["rooms"].EnumerateArray()
            .Single(one => one.GetProperty("id").GetString() == room).Deserialize<MyRoomView>(ChatJson.Options)!, me.UserId);
}
