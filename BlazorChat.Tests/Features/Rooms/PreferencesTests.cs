namespace BlazorChat.Tests.Features.Rooms;

public sealed class PreferencesTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_member_is_told_of_everything_until_they_say_otherwise()
    {
        var ada = await app.SignUpAsync("ada");

        Assert.Equal(("all", false, false), await OfAsync(ada, "general"));
    }

    [Fact]
    public async Task What_is_not_named_stays_as_it_is()
    {
        var ada = await app.SignUpAsync("ada");

        await PreferAsync(ada, "general", new { notify = "mentions", pinned = true });
        await PreferAsync(ada, "general", new { muted = true });

        Assert.Equal(("mentions", true, true), await OfAsync(ada, "general"));
        var listed = (await ada.GetAsync("/chat/rooms"))["rooms"].EnumerateArray().Single(room => room.GetProperty("id").GetString() == "general");
        Assert.True(listed.GetProperty("pinned").GetBoolean());
    }

    [Fact]
    public async Task They_are_each_members_own()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));

        await PreferAsync(ada, "general", new { muted = true });

        Assert.Equal(("all", false, false), await OfAsync(grace, "general"));
    }

    [Theory]
    [InlineData("loud")]
    [InlineData("ALL")]
    [InlineData("0")]
    public async Task There_are_three_levels(string level)
    {
        var ada = await app.SignUpAsync("ada");

        var refused = await ada.PutAsync("/chat/room/general/preferences", new { notify = level });

        Assert.Equal(400, refused.Status);
        Assert.Equal(["notify"], refused.Errors);
    }

    [Fact]
    public async Task Guests_have_none_and_strangers_learn_nothing()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var (open, hidden) = (await ada.CreateRoomAsync(), await ada.CreatePrivateRoomAsync());

        Assert.Equal(403, (await grace.PutAsync($"/chat/room/{open}/preferences", new { notify = "loud" })).Status);
        Assert.Equal(404, (await grace.PutAsync($"/chat/room/{hidden}/preferences", new { muted = true })).Status);
    }

    [Fact]
    public async Task My_own_streams_are_told_and_nobody_elses()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        await using var mine = await ada.OpenStreamAsync();
        await using var theirs = await grace.OpenStreamAsync();

        await PreferAsync(ada, "general", new { notify = "nothing", pinned = true });
        await ada.SayAsync("general", "A sign");

        var told = Assert.Single(await mine.UntilMessageAsync("A sign"), e => e.Name == "preferences");
        Assert.Equal(
            ("general", "nothing", true, false),
            (told["room_id"].GetString(), told["notify"].GetString(), told["pinned"].GetBoolean(), told["muted"].GetBoolean()));
        Assert.NotNull(told.Id);
        Assert.DoesNotContain(await theirs.UntilMessageAsync("A sign"), e => e.Name == "preferences");
    }

    [Fact]
    public async Task What_was_so_already_is_not_told()
    {
        var ada = await app.SignUpAsync("ada");
        await using var stream = await ada.OpenStreamAsync();

        await PreferAsync(ada, "general", new { notify = "all" });
        await PreferAsync(ada, "general", new { });
        await ada.SayAsync("general", "A sign");

        Assert.DoesNotContain(await stream.UntilMessageAsync("A sign"), e => e.Name == "preferences");
    }

    [Fact]
    public async Task Someone_who_was_away_is_told_the_present_state()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var cursor = (await ada.HistoryAsync("general")).Cursor;
        await PreferAsync(ada, "general", new { pinned = true });
        await PreferAsync(ada, "general", new { pinned = false, muted = true });

        var mine = (await ada.GetAsync($"/chat/poll?wait=0&cursor={cursor}"))["events"].EnumerateArray()
            .Where(e => e.GetProperty("event").GetString() == "preferences").Select(e => e.GetProperty("data")).ToList();
        var theirs = (await grace.GetAsync($"/chat/poll?wait=0&cursor={cursor}"))["events"].EnumerateArray();

        Assert.All(mine, told => Assert.Equal((false, true), (told.GetProperty("pinned").GetBoolean(), told.GetProperty("muted").GetBoolean())));
        Assert.NotEmpty(mine);
        Assert.DoesNotContain(theirs, e => e.GetProperty("event").GetString() == "preferences");
    }

    private static async Task PreferAsync(ChatClient who, string room, object preferences) =>
        Assert.Equal(204, (await who.PutAsync($"/chat/room/{room}/preferences", preferences)).Status);

    private static async Task<(string?, bool, bool)> OfAsync(ChatClient who, string roomId)
    {
        var room = await who.GetAsync($"/chat/room/{roomId}");
        return (room["notify"].GetString(), room["pinned"].GetBoolean(), room["muted"].GetBoolean());
    }
}
