namespace BlazorChat.Tests.Features.Direct;

public sealed class StartingDirectTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Two_people_have_one_room_no_matter_who_begins()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));

        var first = await ada.PostAsync("/chat/direct", new { user_id = grace.UserId });
        var second = await grace.PostAsync("/chat/direct", new { user_id = ada.UserId });

        Assert.Equal((201, 200), (first.Status, second.Status));
        Assert.Equal(first["id"].GetString(), second["id"].GetString());
        Assert.Equal(("direct", true), (first["kind"].GetString(), first["member"].GetBoolean()));
    }

    [Fact]
    public async Task Each_calls_it_by_the_others_name()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.StartDirectAsync(grace);

        foreach (var (me, other) in new[] { (ada, grace), (grace, ada) })
        {
            Assert.Equal(other.Username, (await me.GetAsync($"/chat/room/{room}"))["name"].GetString());
            var listed = (await me.GetAsync("/chat/rooms"))["rooms"].EnumerateArray().Single(r => r.GetProperty("id").GetString() == room);
            Assert.Equal(other.Username, listed.GetProperty("name").GetString());
            Assert.Equal(
                new[] { ada.UserId, grace.UserId }.Order(),
                listed.GetProperty("users").EnumerateArray().Select(user => user.GetProperty("user_id").GetString()).Order());
        }
    }

    [Fact]
    public async Task However_many_begin_at_once_there_is_one_room()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).SelectMany(_ => new[]
        {
            ada.PostAsync("/chat/direct", new { user_id = grace.UserId }),
            grace.PostAsync("/chat/direct", new { user_id = ada.UserId }),
        }));

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.Single(answers.Select(answer => answer["id"].GetString()).Distinct());
    }

    [Fact]
    public async Task Its_id_tells_nothing()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));

        var room = await ada.StartDirectAsync(grace);

        Assert.DoesNotContain(ada.UserId, room, StringComparison.Ordinal);
        Assert.Equal(22, room.Length);
    }

    [Fact]
    public async Task Both_hear_of_it_when_it_begins()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        await using var stream = await grace.OpenStreamAsync();

        var room = await ada.StartDirectAsync(grace);
        var heard = await stream.UntilAsync(e => e.Name == "room" && e["room_id"].GetString() == room);

        Assert.Contains(heard, e => e.Name == "member" && e["room_id"].GetString() == room && e["user_id"].GetString() == grace.UserId);
        var told = heard[^1]["room"];
        Assert.Equal(("direct", ""), (told.GetProperty("kind").GetString(), told.GetProperty("name").GetString()));
        Assert.Equal(
            new[] { ada.Username, grace.Username }.Order(),
            told.GetProperty("users").EnumerateArray().Select(user => user.GetProperty("username").GetString()!).Order());
    }

    [Fact]
    public async Task What_one_says_the_other_hears()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.StartDirectAsync(grace);
        await using var stream = await grace.OpenStreamAsync();

        await ada.SayAsync(room, "Just for you");

        Assert.Equal("Just for you", (await stream.NextMessageAsync()).Text);
    }

    [Fact]
    public async Task With_oneself_is_no_conversation()
    {
        var ada = await app.SignUpAsync("ada");

        var refused = await ada.PostAsync("/chat/direct", new { user_id = ada.UserId });

        Assert.Equal(400, refused.Status);
        Assert.Equal(["user_id"], refused.Errors);
    }

    [Fact]
    public async Task Someone_who_does_not_exist_is_not_found()
    {
        var ada = await app.SignUpAsync("ada");

        Assert.Equal(404, (await ada.PostAsync("/chat/direct", new { user_id = "nobody" })).Status);
        Assert.Equal(400, (await ada.PostAsync("/chat/direct", new { })).Status);
    }

    [Fact]
    public async Task Nobody_else_sees_it_and_no_administrator_either()
    {
        var (ada, grace, linus) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("linus"));
        var room = await ada.StartDirectAsync(grace);
        var message = await ada.SayAsync(room, "Among us two");

        foreach (var other in new[] { linus, app.Admin })
        {
            foreach (var path in new[] { "", "/history", "/members", "/events", "/poll" })
                Assert.Equal(404, (await other.GetAsync($"/chat/room/{room}{path}")).Status);
            foreach (var act in new[] { "/join", "/leave" })
                Assert.Equal(404, (await other.PostAsync($"/chat/room/{room}{act}")).Status);
            Assert.Equal(404, (await other.PostAsync($"/chat/room/{room}/read", new { message_id = message.Id })).Status);
            Assert.Equal(404, (await other.PostAsync($"/chat/room/{room}/unread", new { message_id = message.Id })).Status);
            Assert.Equal(404, (await other.PutAsync($"/chat/room/{room}/preferences", new { muted = true })).Status);
            Assert.Equal(404, (await other.PatchAsync($"/chat/room/{room}", new { name = "Ours" })).Status);
            Assert.Equal(404, (await other.DeleteAsync($"/chat/room/{room}")).Status);
            Assert.Equal(404, (await other.PutAsync($"/chat/room/{room}/members/{other.UserId}", new { role = "owner" })).Status);
            Assert.Equal(404, (await other.TrySayAsync(room, "Me, too")).Status);
            Assert.Equal(404, (await other.DeleteAsync(message)).Status);
            Assert.Equal(404, (await other.ReactAsync(message, "👍")).Status);
            Assert.DoesNotContain((await other.GetAsync("/chat/rooms"))["rooms"].EnumerateArray(), r => r.GetProperty("id").GetString() == room);
        }
    }

    [Fact]
    public async Task It_stays_what_it_is_and_takes_no_third()
    {
        var (ada, grace, linus) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("linus"));
        var room = await ada.StartDirectAsync(grace);

        Assert.Equal(403, (await ada.PutAsync($"/chat/room/{room}/members/{linus.UserId}", new { role = "member" })).Status);
        Assert.Equal(403, (await ada.PutAsync($"/chat/room/{room}/members/{ada.UserId}", new { role = "owner" })).Status);
        Assert.Equal(403, (await ada.DeleteAsync($"/chat/room/{room}/members/{grace.UserId}")).Status);
        Assert.Equal(403, (await ada.PatchAsync($"/chat/room/{room}", new { name = "Ours" })).Status);
        Assert.Equal(403, (await ada.DeleteAsync($"/chat/room/{room}")).Status);
        Assert.Equal(403, (await ada.PostAsync($"/chat/room/{room}/leave")).Status);
        Assert.Equal(403, (await ada.PostAsync($"/chat/room/{room}/join")).Status);
        Assert.Equal(404, (await linus.PostAsync($"/chat/room/{room}/join")).Status);
        Assert.Equal(2, (await ada.GetAsync($"/chat/room/{room}/members"))["members"].GetArrayLength());
    }

    [Fact]
    public async Task An_administrator_moderates_nothing_in_a_direct_room_of_their_own()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await app.Admin.StartDirectAsync(ada);
        var message = await ada.SayAsync(room, "Mine");

        Assert.Equal(403, (await app.Admin.DeleteAsync(message)).Status);
        Assert.Equal(403, (await app.Admin.DeleteAsync($"/chat/room/{room}")).Status);
    }
}
