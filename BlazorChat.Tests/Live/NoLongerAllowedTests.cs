namespace BlazorChat.Tests.Live;

public sealed class NoLongerAllowedTests(ManualClockApp app) : IClassFixture<ManualClockApp>
{
    [Fact]
    public async Task The_removed_hear_that_they_are_gone_by_ids_alone_and_then_nothing_of_the_room()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        await using var stream = await grace.OpenStreamAsync();

        await ada.RemoveMemberAsync(room, grace);
        await ada.SayAsync(room, "Among ourselves");
        await ada.SayAsync("general", "A sign");
        var heard = await stream.UntilMessageAsync("A sign");

        var gone = Assert.Single(heard, e => e.Name == "member" && e["room_id"].GetString() == room);
        Assert.Equal(["role", "room_id", "user_id"], gone.Data.EnumerateObject().Select(field => field.Name).Order());
        Assert.Equal((grace.UserId, null), (gone["user_id"].GetString(), gone["role"].GetString()));
        Assert.NotNull(gone.Id);
        Assert.DoesNotContain(heard, e => e.IsMessage("Among ourselves"));
    }

    [Theory]
    [InlineData("live")]
    [InlineData("replayed")]
    [InlineData("polled")]
    public async Task The_removed_are_told_durably_that_the_room_is_out_of_sight(string how)
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        var cursor = (await grace.HistoryAsync(room)).Cursor;
        await using var live = await grace.OpenStreamAsync(cursor: cursor);
        await ada.RemoveMemberAsync(room, grace);
        await ada.SayAsync("general", "A sign");
        await live.UntilMessageAsync("A sign");

        var heard = how switch
        {
            "live" => live.Received,
            "replayed" => await (await grace.OpenStreamAsync(cursor: cursor)).UntilMessageAsync("A sign"),
            _ => [.. (await grace.GetAsync($"/chat/poll?wait=0&cursor={cursor}"))["events"].EnumerateArray().Select(e => new LiveEvent(
                e.GetProperty("event").GetString()!, e.GetProperty("id").GetString(), e.GetProperty("data")))],
        };

        var ofRoom = heard.Where(e => e.Data.TryGetProperty("room_id", out var about) && about.GetString() == room).ToList();
        Assert.Equal(["member", "room"], ofRoom.Select(e => e.Name));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, ofRoom[1]["room"].ValueKind);
        Assert.Equal(2, ofRoom.Select(e => e.Id).OfType<string>().Distinct().Count());
    }

    [Fact]
    public async Task Someone_who_was_removed_and_added_again_meanwhile_is_not_led_away()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        var cursor = (await grace.HistoryAsync(room)).Cursor;
        await ada.RemoveMemberAsync(room, grace);
        await ada.SetMemberAsync(room, grace, "member");
        await ada.SayAsync(room, "A sign");

        await using var stream = await grace.OpenStreamAsync(cursor: cursor);

        Assert.DoesNotContain(await stream.UntilMessageAsync("A sign"), e => e.Name == "room");
    }

    [Fact]
    public async Task A_rooms_stream_tells_the_removed_that_they_are_gone_and_ends_without_any_time_passing()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        await using var stream = await grace.OpenStreamAsync(room);

        await ada.RemoveMemberAsync(room, grace);
        var heard = await stream.ToEndAsync();

        var gone = Assert.Single(heard, e => e.Name == "member");
        Assert.Equal((grace.UserId, null), (gone["user_id"].GetString(), gone["role"].GetString()));
        Assert.False(gone.Data.TryGetProperty("username", out _));
    }

    [Fact]
    public async Task Those_who_stay_hear_who_is_gone_by_name()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        await using var stream = await ada.OpenStreamAsync(room);

        await ada.RemoveMemberAsync(room, grace);
        var gone = await stream.NextAsync("member");

        Assert.Equal((grace.UserId, grace.Username, null), (
            gone["user_id"].GetString(), gone["username"].GetString(), gone["role"].GetString()));
    }

    [Fact]
    public async Task Replay_asks_the_permission_of_now()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        var cursor = (await grace.HistoryAsync(room)).Cursor;
        await ada.SayAsync(room, "While grace belonged");
        await ada.RemoveMemberAsync(room, grace);
        await ada.SayAsync("general", "A sign");

        await using var stream = await grace.OpenStreamAsync(cursor: cursor);
        var heard = await stream.UntilMessageAsync("A sign");

        Assert.DoesNotContain(heard, e => e.IsMessage("While grace belonged"));
        var gone = Assert.Single(heard, e => e.Name == "member" && e["room_id"].GetString() == room);
        Assert.False(gone.Data.TryGetProperty("username", out _));
    }

    [Fact]
    public async Task Leaving_a_public_room_silences_it_on_the_users_stream_but_its_own_stream_goes_on()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();
        await grace.PostAsync($"/chat/room/{room}/join");
        await using var mine = await grace.OpenStreamAsync();
        await using var ofRoom = await grace.OpenStreamAsync(room);

        await grace.PostAsync($"/chat/room/{room}/leave");
        await ada.SayAsync(room, "Public still");
        await ada.SayAsync("general", "A sign");

        Assert.Equal("Public still", (await ofRoom.NextMessageAsync()).Text);
        Assert.DoesNotContain(await mine.UntilMessageAsync("A sign"), e => e.IsMessage("Public still"));
    }

    [Theory]
    [InlineData("public")]
    [InlineData("private")]
    public async Task The_streams_of_a_deleted_room_end(string kind)
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync(kind, grace);
        await using var stream = await grace.OpenStreamAsync(room);

        await ada.DeleteAsync($"/chat/room/{room}");
        var heard = await stream.ToEndAsync();

        Assert.Contains(heard, e => e.Name == "member" && e["user_id"].GetString() == grace.UserId);
        Assert.Equal(404, (await grace.GetAsync($"/chat/room/{room}/events")).Status);
    }

    [Fact]
    public async Task The_members_of_a_deleted_room_hear_that_they_may_not_see_it_any_more()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        await using var stream = await grace.OpenStreamAsync();

        await ada.DeleteAsync($"/chat/room/{room}");
        await ada.SayAsync("general", "A sign");
        var heard = (await stream.UntilMessageAsync("A sign")).Where(e => e.Name is "member" or "room").ToList();

        Assert.Contains(heard, e => e.Name == "member" && e["room_id"].GetString() == room && e["user_id"].GetString() == grace.UserId);
        Assert.Contains(heard, e => e.Name == "room" && e["room_id"].GetString() == room && e["room"].ValueKind == System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_public_rooms_guest_hears_that_it_is_gone_before_the_stream_ends()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();
        await using var stream = await grace.OpenStreamAsync(room);

        await ada.DeleteAsync($"/chat/room/{room}");

        var gone = (await stream.ToEndAsync())[^1];
        Assert.Equal(("room", room), (gone.Name, gone["room_id"].GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, gone["room"].ValueKind);
    }
}
