namespace BlazorChat.Tests.Features.Blocks;

public sealed class BlockingTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Blocking_twice_is_blocking_once_and_so_is_the_way_back()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));

        await ada.BlockAsync(grace);
        await ada.BlockAsync(grace);
        Assert.Equal([grace.Username], await BlockedByAsync(ada));

        await ada.UnblockAsync(grace);
        await ada.UnblockAsync(grace);
        Assert.Empty(await BlockedByAsync(ada));
    }

    [Fact]
    public async Task Oneself_and_nobody_cannot_be_blocked()
    {
        var ada = await app.SignUpAsync("ada");

        Assert.Equal(400, (await ada.PutAsync($"/chat/blocks/{ada.UserId}", new { })).Status);
        Assert.Equal(404, (await ada.PutAsync("/chat/blocks/nobody", new { })).Status);
        Assert.Equal(204, (await ada.DeleteAsync("/chat/blocks/nobody")).Status);
    }

    [Fact]
    public async Task Neither_begins_a_conversation_and_neither_learns_whose_doing_it_is()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        await ada.BlockAsync(grace);

        var mine = await ada.PostAsync("/chat/direct", new { user_id = grace.UserId });
        var theirs = await grace.PostAsync("/chat/direct", new { user_id = ada.UserId });

        Assert.Equal((403, "blocked"), (mine.Status, mine.Code));
        Assert.Equal((403, mine.Text), (theirs.Status, theirs.Text));
        Assert.DoesNotContain((await ada.GetAsync("/chat/rooms"))["rooms"].EnumerateArray(), room => room.GetProperty("kind").GetString() == "direct");
        Assert.Empty(await BlockedByAsync(grace));
    }

    [Fact]
    public async Task Nobody_writes_in_the_room_they_have_but_both_read_it()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.StartDirectAsync(grace);
        var message = await grace.SayAsync(room, "Before");
        await ada.BlockAsync(grace);

        foreach (var one in new[] { ada, grace })
        {
            var refused = await one.TrySayAsync(room, "After");
            Assert.Equal((403, "blocked"), (refused.Status, refused.Code));
            Assert.Equal(403, (await one.ReactAsync(message, "👍")).Status);
            Assert.Equal(403, (await one.PostAsync("/chat/typing", new { room_id = room, is_typing = true })).Status);
            Assert.Equal(403, (await one.PostAsync("/chat/direct", new { user_id = one == ada ? grace.UserId : ada.UserId })).Status);
            Assert.Equal(["Before"], (await one.HistoryAsync(room)).Texts);
        }
        Assert.Equal(403, (await grace.EditAsync(message, "Changed")).Status);

        await ada.UnblockAsync(grace);
        await grace.SayAsync(room, "After");
    }

    [Fact]
    public async Task In_rooms_of_many_both_go_on_writing()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        await ada.BlockAsync(grace);

        await grace.SayAsync(room, "Still here");

        Assert.Equal(["Still here"], (await ada.HistoryAsync(room)).Texts);
    }

    [Fact]
    public async Task Only_the_one_who_blocks_is_told_on_all_their_own_streams()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        await using var mine = await ada.OpenStreamAsync();
        await using var theirs = await grace.OpenStreamAsync();

        await ada.BlockAsync(grace);
        await ada.UnblockAsync(grace);
        await ada.SayAsync("general", "A sign");

        var heard = (await mine.UntilMessageAsync("A sign")).Where(e => e.Name == "block").ToList();
        Assert.All(heard, e => Assert.Equal(grace.UserId, e["user_id"].GetString()));
        Assert.All(heard, e => Assert.NotNull(e.Id));
        Assert.Equal(2, heard.Count);
        Assert.False(heard[^1]["blocked"].GetBoolean());
        Assert.DoesNotContain(await theirs.UntilMessageAsync("A sign"), e => e.Name == "block");
    }

    [Fact]
    public async Task Someone_who_was_away_is_told_the_present_state()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var cursor = (await ada.HistoryAsync("general")).Cursor;
        await ada.BlockAsync(grace);

        var page = await ada.GetAsync($"/chat/poll?wait=0&cursor={cursor}");

        var told = Assert.Single(page["events"].EnumerateArray(), e => e.GetProperty("event").GetString() == "block");
        Assert.True(told.GetProperty("data").GetProperty("blocked").GetBoolean());
        Assert.DoesNotContain(
            (await grace.GetAsync($"/chat/poll?wait=0&cursor={cursor}"))["events"].EnumerateArray(), e => e.GetProperty("event").GetString() == "block");
    }

    [Fact]
    public async Task A_rooms_stream_says_nothing_of_blocks()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        await using var stream = await ada.OpenStreamAsync("general");

        await ada.BlockAsync(grace);
        await ada.SayAsync("general", "A sign");

        Assert.DoesNotContain(await stream.UntilMessageAsync("A sign"), e => e.Name == "block");
    }

    private static async Task<string[]> BlockedByAsync(ChatClient who) =>
        [.. (await who.GetAsync("/chat/blocks"))["users"].EnumerateArray().Select(user => user.GetProperty("username").GetString()!)];
}
