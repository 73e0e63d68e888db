namespace BlazorChat.Tests.Features.Rooms;

public sealed class ChangingRoomsTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task What_is_absent_stays_as_it_is()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();

        var changed = await ada.PatchAsync($"/chat/room/{room}", new { topic = "Brass" });

        Assert.Equal(200, changed.Status);
        Assert.Equal(("Engine room", "Brass", room), (changed["name"].GetString(), changed["topic"].GetString(), changed["id"].GetString()));
    }

    [Fact]
    public async Task A_moderator_may_rename_a_room_and_a_member_may_not()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync("public", grace);

        var refused = await grace.PatchAsync($"/chat/room/{room}", new { name = "Mine" });
        await ada.SetMemberAsync(room, grace, "moderator");

        Assert.Equal((403, "forbidden"), (refused.Status, refused.Code));
        Assert.Equal("Mine", (await grace.PatchAsync($"/chat/room/{room}", new { name = "Mine" }))["name"].GetString());
    }

    [Fact]
    public async Task Permission_is_asked_before_validity()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var (open, secret) = (await ada.CreateRoomAsync(), await ada.CreatePrivateRoomAsync());

        Assert.Equal(403, (await grace.PatchAsync($"/chat/room/{open}", new { name = "" })).Status);
        Assert.Equal(404, (await grace.PatchAsync($"/chat/room/{secret}", new { name = "" })).Status);
        Assert.Equal(400, (await ada.PatchAsync($"/chat/room/{open}", new { name = "" })).Status);
    }

    [Fact]
    public async Task Nobody_posts_in_an_archived_room_but_all_may_read()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var message = await ada.SayAsync(room, "Last words");

        var archived = await ada.PatchAsync($"/chat/room/{room}", new { archived = true });

        Assert.True(archived["archived"].GetBoolean());
        Assert.Equal(403, (await ada.TrySayAsync(room, "More")).Status);
        Assert.Equal(403, (await ada.ReactAsync(message, "👍")).Status);
        Assert.Equal(403, (await ada.EditAsync(message, "Other words")).Status);
        Assert.Equal(403, (await ada.PostAsync("/chat/typing", new { room_id = room, is_typing = true })).Status);
        Assert.Equal(["Last words"], (await ada.HistoryAsync(room)).Texts);
    }

    [Fact]
    public async Task An_archived_room_can_be_taken_into_use_again()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await ada.PatchAsync($"/chat/room/{room}", new { archived = true });

        await ada.PatchAsync($"/chat/room/{room}", new { archived = false });

        await ada.SayAsync(room, "Back");
    }

    [Fact]
    public async Task General_stays()
    {
        Assert.Equal(409, (await app.Admin.PatchAsync("/chat/room/general", new { archived = true })).Status);
        Assert.Equal(409, (await app.Admin.DeleteAsync("/chat/room/general")).Status);
    }

    [Fact]
    public async Task An_owner_or_administrator_deletes_a_room_and_a_moderator_does_not()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var (first, second) = (await ada.CreateRoomAsync(), await ada.CreateRoomAsync());
        await ada.SetMemberAsync(first, grace, "moderator");

        Assert.Equal(403, (await grace.DeleteAsync($"/chat/room/{first}")).Status);
        Assert.Equal(204, (await ada.DeleteAsync($"/chat/room/{first}")).Status);
        Assert.Equal(204, (await app.Admin.DeleteAsync($"/chat/room/{second}")).Status);
    }

    [Fact]
    public async Task A_deleted_room_is_gone_with_all_that_was_said_in_it()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var message = await ada.SayAsync(room, "Hello");

        await ada.DeleteAsync($"/chat/room/{room}");

        Assert.Equal(404, (await ada.GetAsync($"/chat/room/{room}/history")).Status);
        Assert.Equal(404, (await ada.EditAsync(message, "Hello?")).Status);
    }
}
