using System.Text.Json;

namespace BlazorChat.Tests.Features.Moderation;

public sealed class MutingTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Someone_who_is_muted_may_read_but_write_nothing_on_any_path()
    {
        var (ada, grace, room) = await PairAsync();
        var hers = await grace.SayAsync(room, "Mine");

        await MuteAsync(ada, room, grace);

        foreach (var refused in new[]
        {
            await grace.TrySayAsync(room, "More"), await grace.EditAsync(hers, "Other"), await grace.ReactAsync(hers, "👍"),
            await grace.UnreactAsync(hers, "👍"), await grace.PostAsync("/chat/typing", new { room_id = room, is_typing = true }),
        })
            Assert.Equal((403, "silenced"), (refused.Status, refused.Code));
        Assert.Equal(["Mine"], (await grace.HistoryAsync(room)).Texts);
        Assert.Equal(204, (await grace.DeleteAsync(hers)).Status);
        await grace.SayAsync("general", "Elsewhere I may");
    }

    [Fact]
    public async Task The_refusal_says_when_it_ends()
    {
        var (ada, grace, room) = await PairAsync();
        await MuteAsync(ada, room, grace, 31_536_000);

        var refused = await grace.TrySayAsync(room, "More");

        var until = DateTimeOffset.FromUnixTimeMilliseconds((await EndsAsync(ada, room))[grace.UserId].GetInt64());
        Assert.Contains(until.ToString("yyyy-MM-dd HH:mm 'UTC'"), refused["detail"].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moderator_lifts_it_and_lifting_twice_changes_nothing()
    {
        var (ada, grace, room) = await PairAsync();
        await MuteAsync(ada, room, grace);

        Assert.Equal(204, (await ada.DeleteAsync(PathOf(room, grace))).Status);
        Assert.Equal(204, (await ada.DeleteAsync(PathOf(room, grace))).Status);

        await grace.SayAsync(room, "Thanks");
    }

    [Fact]
    public async Task Leaving_and_coming_back_does_not_lift_it()
    {
        var (ada, grace, room) = await PairAsync();
        await MuteAsync(ada, room, grace);

        await grace.PostAsync($"/chat/room/{room}/leave");
        Assert.Equal("silenced", (await grace.TrySayAsync(room, "From outside")).Code);
        await grace.PostAsync($"/chat/room/{room}/join");

        Assert.Equal("silenced", (await grace.TrySayAsync(room, "From inside")).Code);
    }

    [Fact]
    public async Task Someone_who_has_left_can_be_muted_for_when_they_come_back()
    {
        var (ada, grace, room) = await PairAsync();
        await grace.PostAsync($"/chat/room/{room}/leave");

        await MuteAsync(ada, room, grace);

        Assert.Equal("silenced", (await grace.TrySayAsync(room, "Here again")).Code);
    }

    [Fact]
    public async Task Members_mute_nobody_and_moderators_nobody_of_their_rank_or_above()
    {
        var (ada, grace, room) = await PairAsync();
        var linus = await app.SignUpAsync("linus");
        await ada.SetMemberAsync(room, linus, "moderator");

        Assert.Equal(403, (await grace.PutAsync(PathOf(room, linus), new { seconds = 60 })).Status);
        Assert.Equal(403, (await linus.PutAsync(PathOf(room, ada), new { seconds = 60 })).Status);
        Assert.Equal(403, (await linus.PutAsync(PathOf(room, linus), new { seconds = 60 })).Status);
        Assert.Equal(403, (await ada.PutAsync(PathOf(room, ada), new { seconds = 60 })).Status);
        await MuteAsync(linus, room, grace);
        await MuteAsync(ada, room, linus);
        Assert.Equal(403, (await linus.DeleteAsync(PathOf(room, linus))).Status);
    }

    [Theory]
    [InlineData(59)]
    [InlineData(31_536_001)]
    [InlineData(null)]
    public async Task It_lasts_from_a_minute_to_a_year(int? seconds)
    {
        var (ada, grace, room) = await PairAsync();

        var refused = await ada.PutAsync(PathOf(room, grace), new { seconds });

        Assert.Equal(400, refused.Status);
        Assert.Equal(["seconds"], refused.Errors);
    }

    [Fact]
    public async Task Nobody_unknown_is_muted()
    {
        var (ada, _, room) = await PairAsync();

        Assert.Equal(404, (await ada.PutAsync($"/chat/room/{room}/members/nobody/silence", new { seconds = 60 })).Status);
    }

    [Fact]
    public async Task The_list_of_members_says_until_when()
    {
        var (ada, grace, room) = await PairAsync();
        await MuteAsync(ada, room, grace);

        var ends = await EndsAsync(grace, room);

        Assert.True(ends[grace.UserId].GetInt64() > DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        Assert.Equal(JsonValueKind.Null, ends[ada.UserId].ValueKind);
    }

    [Fact]
    public async Task The_one_concerned_is_told_and_the_others_see_it_of_the_member()
    {
        var (ada, grace, room) = await PairAsync();
        var cursor = (await grace.HistoryAsync(room)).Cursor;
        await using var hers = await grace.OpenStreamAsync(room);
        await using var adas = await ada.OpenStreamAsync(room);

        // An event carries the state of now: the second change waits until the first was told.
        await MuteAsync(ada, room, grace);
        var muted = await hers.NextAsync("silence");
        await ada.DeleteAsync(PathOf(room, grace));
        var lifted = await hers.NextAsync("silence");
        await ada.SayAsync(room, "A sign");

        LiveEvent[] told = [muted, lifted];
        Assert.Equal([JsonValueKind.Number, JsonValueKind.Null], told.Select(e => e["until"].ValueKind));
        Assert.All(told, e => Assert.Equal((room, grace.UserId), (e["room_id"].GetString(), e["user_id"].GetString())));
        var seen = await adas.UntilMessageAsync("A sign");
        Assert.DoesNotContain(seen, e => e.Name == "silence");
        Assert.Equal(2, seen.Count(e => e.Name == "member" && e["user_id"].GetString() == grace.UserId));
        await using var replayed = await grace.OpenStreamAsync(room, cursor: cursor);
        Assert.All((await replayed.UntilMessageAsync("A sign")).Where(e => e.Name == "silence"),
            e => Assert.Equal(JsonValueKind.Null, e["until"].ValueKind));
    }

    private async Task<(ChatClient Ada, ChatClient Grace, string Room)> PairAsync()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        return (ada, grace, await ada.CreateRoomAsync("public", grace));
    }

    private static async Task MuteAsync(ChatClient who, string room, ChatClient whom, int seconds = 3_600) =>
        Assert.Equal(204, (await who.PutAsync(PathOf(room, whom), new { seconds, reason = "Enough" })).Status);

    private static async Task<Dictionary<string, JsonElement>> EndsAsync(ChatClient who, string room) =>
        (await who.GetAsync($"/chat/room/{room}/members"))["members"].EnumerateArray()
            .ToDictionary(member => member.GetProperty("user_id").GetString()!, member => member.GetProperty("silenced_until"));

    private static string PathOf(string room, ChatClient whom) => $"/chat/room/{room}/members/{whom.UserId}/silence";
}
