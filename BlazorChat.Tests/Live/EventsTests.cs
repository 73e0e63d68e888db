namespace BlazorChat.Tests.Live;

public sealed class EventsTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_new_message_is_unnamed_and_its_data_is_the_message()
    {
        var (ada, room, stream) = await ListenAsync();
        await using var _ = stream;

        var sent = await ada.TrySayAsync(room, "Hello <b>", clientId: "c1");
        var live = await stream.NextAsync("message");

        Assert.NotNull(live.Id);
        Assert.Equal(sent["message"].GetRawText(), live.Data.GetRawText());
    }

    [Fact]
    public async Task An_edit_tells_the_message_as_it_is_now()
    {
        var (ada, room, stream) = await ListenAsync();
        await using var _ = stream;

        await ada.EditAsync(await ada.SayAsync(room, "Helo"), "Hello");
        var edited = await stream.NextMessageAsync("message_edited");

        Assert.Equal((room, "Hello"), (edited.RoomId, edited.Text));
        Assert.NotNull(edited.EditedAt);
    }

    [Fact]
    public async Task A_deletion_tells_the_tombstone()
    {
        var (ada, room, stream) = await ListenAsync();
        await using var _ = stream;

        await ada.DeleteAsync(await ada.SayAsync(room, "Hello"));
        var deleted = await stream.NextMessageAsync("message_deleted");

        Assert.Equal((room, true, "", ""), (deleted.RoomId, deleted.Deleted, deleted.Text, deleted.Html));
    }

    [Fact]
    public async Task A_reaction_tells_who_did_what_and_what_stands()
    {
        var (ada, room, stream) = await ListenAsync();
        await using var _ = stream;
        var message = await ada.SayAsync(room, "Hello");

        await ada.ReactAsync(message, "👍");
        var added = await stream.NextAsync("reaction");
        await ada.UnreactAsync(message, "👍");
        var removed = await stream.NextAsync("reaction");

        Assert.Equal((room, message.Id, ada.UserId, "👍", true), (
            added["room_id"].GetString(), added["message_id"].GetString(), added["user_id"].GetString(),
            added["reaction"].GetString(), added["added"].GetBoolean()));
        Assert.Equal(1, added["reactions"][0].GetProperty("count").GetInt32());
        Assert.NotNull(added.Id);
        Assert.False(removed["added"].GetBoolean());
        Assert.Equal(0, removed["reactions"].GetArrayLength());
    }

    [Fact]
    public async Task Joining_tells_the_members_role_and_leaving_that_it_is_gone()
    {
        var (_, room, stream) = await ListenAsync();
        await using var _1 = stream;
        var grace = await app.SignUpAsync("grace");

        await grace.PostAsync($"/chat/room/{room}/join");
        var joined = await stream.NextAsync("member");
        await grace.PostAsync($"/chat/room/{room}/leave");
        var left = await stream.NextAsync("member");

        Assert.Equal((room, grace.UserId, grace.Username, "member"), (
            joined["room_id"].GetString(), joined["user_id"].GetString(), joined["username"].GetString(), joined["role"].GetString()));
        Assert.Equal((grace.UserId, null), (left["user_id"].GetString(), left["role"].GetString()));
        Assert.NotNull(joined.Id);
    }

    [Fact]
    public async Task A_changed_room_is_told_as_it_is_now()
    {
        var (ada, room, stream) = await ListenAsync();
        await using var _ = stream;

        await ada.PatchAsync($"/chat/room/{room}", new { topic = "Brass" });
        var changed = await stream.NextAsync("room");

        Assert.Equal((room, room, "Brass"), (
            changed["room_id"].GetString(), changed["room"].GetProperty("id").GetString(), changed["room"].GetProperty("topic").GetString()));
    }

    [Fact]
    public async Task My_read_mark_is_told_to_me_alone()
    {
        var (ada, room, stream) = await ListenAsync();
        await using var _ = stream;
        var grace = await app.SignUpAsync("grace");
        await grace.PostAsync($"/chat/room/{room}/join");
        await using var hers = await grace.OpenStreamAsync(room);
        var message = await ada.SayAsync(room, "Hello");

        await grace.PostAsync($"/chat/room/{room}/read", new { message_id = message.Id });
        var read = await hers.NextAsync("read");
        await ada.SayAsync(room, "Did you?");

        Assert.Equal((room, message.Id, 1), (read["room_id"].GetString(), read["message_id"].GetString(), read["number"].GetInt32()));
        Assert.DoesNotContain(await stream.UntilMessageAsync("Did you?"), e => e.Name == "read");
        await using var replayed = await ada.OpenStreamAsync(room, cursor: stream.Ready.GetProperty("cursor").GetString());
        Assert.DoesNotContain(await replayed.UntilMessageAsync("Did you?"), e => e.Name == "read");
    }

    [Fact]
    public async Task The_users_stream_follows_a_room_from_the_moment_of_joining()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync();
        await using var stream = await grace.OpenStreamAsync();

        await ada.SetMemberAsync(room, grace, "member");
        await ada.SayAsync(room, "Welcome");

        var told = await stream.UntilMessageAsync("Welcome");
        Assert.Contains(told, e => e.Name == "member" && e["room_id"].GetString() == room && e["user_id"].GetString() == grace.UserId);
    }

    [Fact]
    public async Task A_public_room_one_does_not_belong_to_is_not_on_the_users_stream()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();
        await using var stream = await grace.OpenStreamAsync();

        await ada.SayAsync(room, "Not for grace");
        await grace.SayAsync("general", "A sign");

        Assert.DoesNotContain(await stream.UntilMessageAsync("A sign"), e => e.IsMessage("Not for grace"));
    }

    [Fact]
    public async Task The_page_may_ask_for_the_timelines_own_rendering()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await using var stream = await ada.OpenStreamAtAsync($"/chat/room/{room}/events?html=1");
        await using var plain = await ada.OpenStreamAsync(room);
        await stream.GreetAsync();

        await ada.SayAsync(room, "Hello <b>");

        Assert.Contains("Hello &lt;b&gt;", (await stream.NextAsync("message"))["item_html"].GetString(), StringComparison.Ordinal);
        Assert.False((await plain.NextAsync("message")).Data.TryGetProperty("item_html", out var _));
    }

    private async Task<(ChatClient Ada, string Room, Listener Stream)> ListenAsync()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        return (ada, room, await ada.OpenStreamAsync(room));
    }
}
