namespace BlazorChat.Tests.Admin;

public sealed class AdministeringRoomsTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_private_room_is_listed_for_administrators_and_hidden_from_them_in_the_chat()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();

        var listed = await app.Admin.GetAsync($"/chat/admin/rooms?sort=-created&limit=200");
        var hidden = await app.Admin.GetAsync($"/chat/room/{room}");

        var found = Assert.Single(listed["rooms"].EnumerateArray(), r => r.GetProperty("id").GetString() == room);
        Assert.Equal(("private", 1, ada.Username), (found.GetProperty("kind").GetString(),
            found.GetProperty("members").GetInt32(), found.GetProperty("owners")[0].GetString()));
        Assert.Equal((404, "not_found"), (hidden.Status, hidden.Code));
        Assert.Equal(404, (await app.Admin.GetAsync($"/chat/room/{room}/history")).Status);
    }

    [Fact]
    public async Task Entering_a_private_room_is_told_in_it()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        await ada.SayAsync(room, "Among ourselves");
        await using var stream = await ada.OpenStreamAsync(room);

        Assert.Equal(204, (await app.Admin.PostAsync($"/chat/admin/rooms/{room}/enter")).Status);
        var told = await stream.NextMessageAsync();

        Assert.Equal(("system", app.Admin.Username, "entered the room as an administrator"), (told.Type, told.Username, told.Text));
        Assert.Equal(["Among ourselves", told.Text], (await app.Admin.HistoryAsync(room)).Texts);
        Assert.Equal(told.Id, (await ada.HistoryAsync(room)).Messages[^1].Id);
        Assert.Contains(app.Admin.Username, (await ada.GetAsync($"/chat/room/{room}/members")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_an_administrator_entered_can_neither_be_changed_nor_deleted()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        await app.Admin.PostAsync($"/chat/admin/rooms/{room}/enter");
        var told = (await ada.HistoryAsync(room)).Messages[^1];

        Assert.Equal(403, (await app.Admin.DeleteAsync(told)).Status);
        Assert.Equal(403, (await app.Admin.EditAsync(told, "was never here")).Status);
        Assert.Equal(403, (await ada.DeleteAsync(told)).Status);
    }

    [Fact]
    public async Task Entering_twice_is_told_once()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();

        await app.Admin.PostAsync($"/chat/admin/rooms/{room}/enter");
        Assert.Equal(204, (await app.Admin.PostAsync($"/chat/admin/rooms/{room}/enter")).Status);

        Assert.Single((await ada.HistoryAsync(room)).Messages);
    }

    [Fact]
    public async Task A_room_is_archived_and_restored()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();

        var archived = await app.Admin.PatchAsync($"/chat/admin/rooms/{room}", new { archived = true });
        Assert.True(archived["archived"].GetBoolean());
        Assert.Equal(403, (await ada.TrySayAsync(room, "Too late")).Status);

        await app.Admin.PatchAsync($"/chat/admin/rooms/{room}", new { archived = false });
        await ada.SayAsync(room, "In time");
    }

    [Fact]
    public async Task A_deleted_room_is_gone_for_its_members()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        await using var stream = await ada.OpenStreamAsync(room);

        Assert.Equal(204, (await app.Admin.DeleteAsync($"/chat/admin/rooms/{room}")).Status);

        await stream.ToEndAsync();
        Assert.Equal(404, (await ada.GetAsync($"/chat/room/{room}")).Status);
        Assert.Equal(404, (await app.Admin.GetAsync($"/chat/admin/rooms/{room}")).Status);
    }

    [Fact]
    public async Task The_room_everyone_starts_in_stays()
    {
        var archived = await app.Admin.PatchAsync("/chat/admin/rooms/general", new { archived = true });

        Assert.Equal((409, "default_room"), (archived.Status, archived.Code));
        Assert.Equal(409, (await app.Admin.DeleteAsync("/chat/admin/rooms/general")).Status);
    }

    [Fact]
    public async Task A_room_is_handed_over_to_one_owner()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync();

        Assert.Equal(204, (await app.Admin.PutAsync($"/chat/admin/rooms/{room}/owner", new { user_id = grace.UserId })).Status);

        var members = (await grace.GetAsync($"/chat/room/{room}/members"))["members"].EnumerateArray()
            .ToDictionary(m => m.GetProperty("user_id").GetString()!, m => m.GetProperty("role").GetString());
        Assert.Equal(("moderator", "owner"), (members[ada.UserId], members[grace.UserId]));
    }

    [Fact]
    public async Task Nobody_who_is_not_there_owns_a_room()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();

        var refused = await app.Admin.PutAsync($"/chat/admin/rooms/{room}/owner", new { user_id = "nobody" });

        Assert.Equal((400, "user_id"), (refused.Status, Assert.Single(refused.Errors)));
    }

    [Fact]
    public async Task Rooms_are_found_by_a_part_of_their_name()
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        await app.Admin.PostAsync("/chat/rooms", new { name = $"Find {mark} 100%_me", kind = "public" });

        Assert.Equal(1, (await app.Admin.GetAsync($"/chat/admin/rooms?q={mark.ToUpperInvariant()}"))["total"].GetInt32());
        Assert.Equal(1, (await app.Admin.GetAsync($"/chat/admin/rooms?q={Uri.EscapeDataString(mark + " 100%_")}"))["total"].GetInt32());
        Assert.Equal(0, (await app.Admin.GetAsync($"/chat/admin/rooms?q={Uri.EscapeDataString(mark + "%_1")}"))["total"].GetInt32());
    }
}
