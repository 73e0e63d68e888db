namespace BlazorChat.Tests.Features.Reactions;

public sealed class ReactingTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_reaction_is_counted_with_who_gave_it()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var message = await ada.SayAsync(await ada.CreateRoomAsync(), "Hello");
        await ada.ReactAsync(message, "👍");
        await grace.ReactAsync(message, "❤️");

        var reacted = await grace.ReactAsync(message, "👍");

        Assert.Equal(200, reacted.Status);
        var reactions = ReactionsOf(reacted);
        Assert.Equal(["👍", "❤️"], reactions.Select(r => r.Reaction));
        Assert.Equal([2, 1], reactions.Select(r => r.Count));
        Assert.Equal([ada.UserId, grace.UserId], reactions[0].UserIds);
    }

    [Fact]
    public async Task Reacting_twice_changes_nothing()
    {
        var ada = await app.SignUpAsync("ada");
        var message = await ada.SayAsync(await ada.CreateRoomAsync(), "Hello");

        var once = await ada.ReactAsync(message, "👍");
        var twice = await ada.ReactAsync(message, "👍");

        Assert.Equal(once.Bytes, twice.Bytes);
    }

    [Fact]
    public async Task A_reaction_can_be_taken_back_and_taken_back_again()
    {
        var ada = await app.SignUpAsync("ada");
        var message = await ada.SayAsync(await ada.CreateRoomAsync(), "Hello");
        await ada.ReactAsync(message, "👍");

        var removed = await ada.UnreactAsync(message, "👍");
        var again = await ada.UnreactAsync(message, "👍");

        Assert.Equal((200, 200), (removed.Status, again.Status));
        Assert.Empty(ReactionsOf(removed));
        Assert.Empty(ReactionsOf(again));
    }

    [Fact]
    public async Task Nobody_takes_back_anothers_reaction()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var message = await ada.SayAsync(await ada.CreateRoomAsync(), "Hello");
        await ada.ReactAsync(message, "👍");

        var reactions = ReactionsOf(await grace.UnreactAsync(message, "👍"));

        Assert.Equal([ada.UserId], Assert.Single(reactions).UserIds);
    }

    [Fact]
    public async Task History_shows_reactions()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await ada.ReactAsync(await ada.SayAsync(room, "Hello"), "🎉");

        var reaction = Assert.Single((await ada.HistoryAsync(room)).Messages[0].Reactions);

        Assert.Equal(("🎉", 1), (reaction.Reaction, reaction.Count));
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("")]
    [InlineData("👍👍")]
    [InlineData(null)]
    public async Task A_reaction_is_one_emoji(string? reaction)
    {
        var ada = await app.SignUpAsync("ada");
        var message = await ada.SayAsync(await ada.CreateRoomAsync(), "Hello");

        var refused = await ada.ReactAsync(message, reaction!);

        Assert.Equal((400, "invalid"), (refused.Status, refused.Code));
        Assert.Equal(["reaction"], refused.Errors);
    }

    [Fact]
    public async Task Reactions_that_look_alike_are_one()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var message = await ada.SayAsync(await ada.CreateRoomAsync(), "Hello");
        await ada.ReactAsync(message, "❤");

        var reacted = ReactionsOf(await grace.ReactAsync(message, "❤️"));
        var again = ReactionsOf(await grace.ReactAsync(message, "❤"));
        var taken = ReactionsOf(await ada.UnreactAsync(message, "❤️"));

        Assert.Equal(("❤️", 2), (Assert.Single(reacted).Reaction, reacted[0].Count));
        Assert.Equal(2, Assert.Single(again).Count);
        Assert.Equal([grace.UserId], Assert.Single(taken).UserIds);
    }

    [Fact]
    public async Task One_person_gives_a_message_ten_kinds_and_all_together_twenty()
    {
        var people = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.SignUpAsync("ada")));
        var message = await people[0].SayAsync(await people[0].CreateRoomAsync(), "Hello");

        // As many at once as the bounds leave no room for.
        var first = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => people[0].ReactAsync(message, char.ConvertFromUtf32(0x1F600 + n))));
        var second = await Task.WhenAll(Enumerable.Range(20, 12).Select(n => people[1].ReactAsync(message, char.ConvertFromUtf32(0x1F600 + n))));
        var another = await people[2].ReactAsync(message, "👍");
        var known = ReactionsOf(first.First(reply => reply.Status == 200))[0].Reaction;

        Assert.Equal(10, first.Count(reply => reply.Status == 200));
        Assert.Equal(10, second.Count(reply => reply.Status == 200));
        Assert.All(first.Concat(second).Where(reply => reply.Status != 200),
            reply => Assert.Equal((409, "too_many_own_reactions"), (reply.Status, reply.Code)));
        Assert.Equal((409, "too_many_reactions"), (another.Status, another.Code));
        Assert.Equal(200, (await people[2].ReactAsync(message, known)).Status);
    }

    [Fact]
    public async Task Reacting_in_a_public_room_joins_it()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();

        await grace.ReactAsync(await ada.SayAsync(room, "Hello"), "👍");

        Assert.True((await grace.GetAsync($"/chat/room/{room}"))["member"].GetBoolean());
    }

    [Fact]
    public async Task A_deleted_message_takes_no_reactions()
    {
        var ada = await app.SignUpAsync("ada");
        var message = await ada.SayAsync(await ada.CreateRoomAsync(), "Hello");
        await ada.DeleteAsync(message);

        Assert.Equal((409, "message_deleted"), ((await ada.ReactAsync(message, "👍")).Status, (await ada.ReactAsync(message, "👍")).Code));
    }

    [Fact]
    public async Task A_message_one_may_not_see_is_not_found_like_one_that_never_was()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var secret = await ada.SayAsync(await ada.CreatePrivateRoomAsync(), "Psst");

        var hidden = await grace.ReactAsync(secret, "👍");
        var missing = await grace.ReactAsync(secret with { Id = "999999999" }, "👍");

        Assert.Equal(404, hidden.Status);
        Assert.Equal(missing.Bytes, hidden.Bytes);
        Assert.Equal(missing.Bytes, (await grace.UnreactAsync(secret, "👍")).Bytes);
    }

    private static ReactionJson[] ReactionsOf(Reply reply) =>
        System.Text.Json.JsonSerializer.Deserialize<ReactionJson[]>(reply["reactions"], Snake.Case)!;
}
