using BlazorChat.Core.Presence;
using BlazorChat.Web.Features.Presence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlazorChat.Tests.Redis;

public sealed class PresenceOverNodesTests(RedisNodes nodes) : IClassFixture<RedisNodes>
{
    [Fact]
    public async Task Who_comes_to_one_node_and_who_goes_is_told_at_the_other_once()
    {
        var (ada, grace, room) = await MeetAsync();
        await using var watching = await ada.OpenStreamAsync(room);

        await using (await grace.OpenStreamAsync(room))
        {
            await UntilAsync(watching, grace, "online");
            Assert.Equal("online", await StatusAsync(ada, room, grace));
            await grace.PostAsync("/chat/presence", new { status = "away" });
            await UntilAsync(watching, grace, "away");
        }
        await UntilAsync(watching, grace, "offline");

        Assert.Equal("offline", await StatusAsync(ada, room, grace));
    }

    [Fact]
    public async Task Someone_at_both_nodes_is_online_until_they_are_at_none()
    {
        var (ada, grace, room) = await MeetAsync();
        var graceAtA = nodes.A.Showing(grace.AccessToken);
        await using var watching = await ada.OpenStreamAsync(room);
        var here = await graceAtA.OpenStreamAsync(room);
        var there = await grace.OpenStreamAsync(room);
        await UntilAsync(watching, grace, "online");
        var board = nodes.A.Services.GetRequiredService<PresenceBoard>();
        await StoredBytes.UntilAsync(() => board.StreamsElsewhere(grace.UserId) == 1, "a stream at the other node counts");

        await here.DisposeAsync();
        await StoredBytes.UntilAsync(() => board.Here(grace.UserId).Status == PresenceStatus.Offline, "this node forgets her");
        Assert.Equal("online", await StatusAsync(ada, room, grace));
        await there.DisposeAsync();

        var told = await watching.UntilAsync(e => IsPresence(e, grace, "offline"));
        Assert.Single(told, e => e.Name == "presence");
    }

    [Fact]
    public async Task A_node_that_dies_leaves_nobody_online()
    {
        var (ada, grace, room) = await MeetAsync();
        await using var watching = await ada.OpenStreamAsync(room);
        var epoch = nodes.A.Services.GetRequiredService<Web.Redis.ReadEpoch>();
        await using (var dying = await BusNode.StartAsync(nodes.Redis, await epoch(TestContext.Current.CancellationToken)))
        {
            var board = new PresenceBoard(TimeProvider.System);
            board.Arrive(grace.UserId, "session");
            using var teller = new PresenceTeller(
                dying.Connection, dying.Listener, new PresenceHashes(dying.Connection), board, dying.Bus, dying.Node, TimeProvider.System,
                NullLogger<PresenceTeller>.Instance);
            await teller.StartAsync(TestContext.Current.CancellationToken);
            await UntilAsync(watching, grace, "online");
            // It ends without a word.
        }

        await UntilAsync(watching, grace, "offline");
    }

    [Fact]
    public async Task While_Redis_is_away_each_node_goes_on_and_afterwards_they_agree()
    {
        var (ada, grace, room) = await MeetAsync();
        await using var watching = await ada.OpenStreamAsync(room);
        await nodes.Redis.KillAsync();
        await using var there = await grace.OpenStreamAsync(room);
        Assert.Equal("online", await StatusAsync(grace, room, grace));

        await nodes.Redis.StartAsync();

        await UntilAsync(watching, grace, "online");
        await nodes.UntilHearingAsync();
    }

    [Fact]
    public async Task Typing_at_one_node_is_told_at_the_other_and_ends_there_with_the_message()
    {
        var (ada, grace, room) = await MeetAsync();
        await using var watching = await ada.OpenStreamAsync(room);

        await grace.PostAsync("/chat/typing", new { room_id = room, is_typing = true });
        Assert.Equal((grace.UserId, true), await TypingAsync(watching));
        await grace.PostAsync("/chat/typing", new { room_id = room, is_typing = false });
        Assert.Equal((grace.UserId, false), await TypingAsync(watching));
        await grace.PostAsync("/chat/typing", new { room_id = room, is_typing = true });
        Assert.Equal((grace.UserId, true), await TypingAsync(watching));
        await grace.SayAsync(room, "Done");
        Assert.Equal((grace.UserId, false), await TypingAsync(watching));
    }

    private static async Task<(string, bool)> TypingAsync(Listener stream)
    {
        var typing = await stream.NextAsync("typing");
        return (typing["user_id"].GetString()!, typing["is_typing"].GetBoolean());
    }

    private static bool IsPresence(LiveEvent e, ChatClient of, string status) =>
        e.Name == "presence" && e["user_id"].GetString() == of.UserId && e["status"].GetString() == status;

    private static Task<IReadOnlyList<LiveEvent>> UntilAsync(Listener stream, ChatClient of, string status) =>
        stream.UntilAsync(e => IsPresence(e, of, status));

    private static async Task<string> StatusAsync(ChatClient asking, string room, ChatClient of) =>
        (await asking.GetAsync($"/chat/room/{room}/members"))["members"].EnumerateArray()
            .Single(member => member.GetProperty("user_id").GetString() == of.UserId).GetProperty("status").GetString()!;

    private async Task<(ChatClient Ada, ChatClient Grace, string Room)> MeetAsync()
    {
        var ada = await nodes.A.SignUpAsync("ada");
        var grace = await nodes.B.MeetAsync(await nodes.A.SignUpAsync("grace"));
        return (ada, grace, await ada.CreateRoomAsync("private", grace));
    }
}
