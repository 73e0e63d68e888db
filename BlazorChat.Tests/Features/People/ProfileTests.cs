using System.Net.Http.Headers;

namespace BlazorChat.Tests.Features.People;

public sealed class ProfileTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task What_I_want_to_be_called_stands_beside_my_username_wherever_I_am_named()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();

        var changed = await ada.PatchAsync("/auth/me", new { display_name = "  Ada   Lovelace ", status_text = "Counting" });
        await ada.SayAsync(room, "Hello");

        Assert.Equal(200, changed.Status);
        var message = (await grace.GetAsync($"/chat/room/{room}/history"))["messages"][0];
        var member = (await grace.GetAsync($"/chat/room/{room}/members"))["members"][0];
        var found = (await grace.GetAsync("/chat/users?q=" + ada.Username))["users"][0];
        var me = (await ada.GetAsync("/auth/me")).Json;
        foreach (var named in new[] { message, member, found, me })
            Assert.Equal((ada.Username, "Ada Lovelace"), (named.GetProperty("username").GetString(), named.GetProperty("display_name").GetString()));
        foreach (var listed in new[] { member, found, me })
            Assert.Equal("Counting", listed.GetProperty("status_text").GetString());
    }

    [Fact]
    public async Task People_are_found_by_what_they_want_to_be_called_too()
    {
        var ada = await app.SignUpAsync("ada");
        await ada.PatchAsync("/auth/me", new { display_name = "Countess of 50%" });

        Assert.Single((await ada.GetAsync("/chat/users?q=countess%20of%2050%25"))["users"].EnumerateArray());
        Assert.Empty((await ada.GetAsync("/chat/users?q=c_untess"))["users"].EnumerateArray());
    }

    [Fact]
    public async Task What_is_left_out_stays_and_what_is_empty_goes()
    {
        var ada = await app.SignUpAsync("ada");
        await ada.PatchAsync("/auth/me", new { display_name = "Ada", status_text = "Counting" });

        var kept = await ada.PatchAsync("/auth/me", new { status_text = "" });
        var gone = await ada.PatchAsync("/auth/me", new { display_name = "" });

        Assert.Equal(("Ada", ""), (kept["display_name"].GetString(), kept["status_text"].GetString()));
        Assert.Null(gone["display_name"].GetString());
    }

    [Theory]
    [InlineData("m\u200Dem")]
    [InlineData("\u3164")]
    [InlineData("a\u0301\u0301\u0301\u0301\u0301\u0301")]
    public async Task A_name_with_something_hidden_in_it_is_refused(string display_name)
    {
        var ada = await app.SignUpAsync("ada");
        await ada.PatchAsync("/auth/me", new { display_name = "Ada" });

        var refused = await ada.PatchAsync("/auth/me", new { display_name });

        Assert.Equal(400, refused.Status);
        Assert.Equal(["display_name"], refused.Errors);
        Assert.Equal("Ada", (await ada.GetAsync("/auth/me"))["display_name"].GetString());
    }

    [Theory]
    [InlineData("g", "ｇ")]
    [InlineData("a", "á")]
    [InlineData("-", "\u200B- ")]
    public async Task Nor_by_what_is_read_as_one(string letter, string lookAlike)
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));

        var refused = await ada.PatchAsync("/auth/me", new { display_name = grace.Username.Replace(letter, lookAlike, StringComparison.Ordinal) });

        Assert.Equal((409, "display_name_taken"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Nobody_is_called_by_anothers_username()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));

        var refused = await ada.PatchAsync("/auth/me", new { display_name = grace.Username.ToUpperInvariant() });

        Assert.Equal((409, "display_name_taken"), (refused.Status, refused.Code));
        Assert.Equal(200, (await ada.PatchAsync("/auth/me", new { display_name = ada.Username })).Status);
    }

    [Theory]
    [InlineData("display_name", 65)]
    [InlineData("status_text", 101)]
    public async Task What_is_too_long_is_blamed_on_its_field(string field, int length)
    {
        var refused = await (await app.SignUpAsync("ada")).PatchAsync(
            "/auth/me", new Dictionary<string, string> { [field] = new('a', length) });

        Assert.Equal(400, refused.Status);
        Assert.Equal([field], refused.Errors);
    }

    [Fact]
    public async Task A_change_is_told_in_every_room_where_it_is_seen_and_nowhere_else()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var (shared, left, others) = (await ada.CreateRoomAsync(), await grace.CreateRoomAsync(), await grace.CreateRoomAsync());
        await ada.SayAsync(left, "I was here");
        await ada.PostAsync($"/chat/room/{left}/leave");
        await using var inShared = await grace.OpenStreamAsync(shared);
        await using var inLeft = await grace.OpenStreamAsync(left);
        await using var inOthers = await grace.OpenStreamAsync(others);

        await ada.PatchAsync("/auth/me", new { display_name = "Ada", status_text = "Counting" });
        await grace.SayAsync(others, "A sign");

        foreach (var (stream, room) in new[] { (inShared, shared), (inLeft, left) })
        {
            var told = await stream.NextAsync("profile");
            Assert.Equal(["avatar_url", "display_name", "room_id", "status_text", "user_id", "username"],
                told.Data.EnumerateObject().Select(field => field.Name).Order());
            Assert.Equal((room, ada.UserId, ada.Username, "Ada"), (told["room_id"].GetString(), told["user_id"].GetString(),
                told["username"].GetString(), told["display_name"].GetString()));
            Assert.NotNull(told.Id);
        }
        Assert.DoesNotContain(await inOthers.UntilMessageAsync("A sign"), e => e.Name == "profile");
    }

    [Fact]
    public async Task A_change_is_replayed_as_it_is_now()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        await ada.PatchAsync("/auth/me", new { display_name = "First" });
        await ada.PatchAsync("/auth/me", new { display_name = "Second" });

        var events = (await ada.GetAsync($"/chat/room/{room}/poll?wait=0&cursor={cursor}"))["events"].EnumerateArray()
            .Where(e => e.GetProperty("event").GetString() == "profile").ToList();

        Assert.Equal(["Second", "Second"], events.Select(e => e.GetProperty("data").GetProperty("display_name").GetString()));
    }

    [Fact]
    public async Task Nothing_is_told_where_nothing_changed()
    {
        var ada = await app.SignUpAsync("ada");
        await ada.PatchAsync("/auth/me", new { display_name = "Ada" });
        var room = await ada.CreateRoomAsync();
        await using var stream = await ada.OpenStreamAsync(room);

        await ada.PatchAsync("/auth/me", new { display_name = "Ada" });
        await ada.SayAsync(room, "A sign");

        Assert.DoesNotContain(await stream.UntilMessageAsync("A sign"), e => e.Name == "profile");
    }

    [Fact]
    public async Task A_message_posted_right_after_a_change_bears_the_new_name()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await using var stream = await ada.OpenStreamAtAsync($"/chat/room/{room}/events?html=1");
        await stream.GreetAsync();

        await ada.PatchAsync("/auth/me", new { display_name = "Ada Lovelace" });
        var sent = await ada.TrySayAsync(room, "Hello");

        Assert.Equal("Ada Lovelace", sent["message"].GetProperty("display_name").GetString());
        var told = await stream.NextAsync("message");
        Assert.Equal("Ada Lovelace", told["display_name"].GetString());
        Assert.Contains(">Ada Lovelace<", told["item_html"].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_who_types_is_shown_by_the_name_they_chose()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        await ada.PatchAsync("/auth/me", new { display_name = "Ada" });
        await using var stream = await grace.OpenStreamAsync("general");

        await ada.PostAsync("/chat/typing", new { room_id = "general", is_typing = true });

        Assert.Equal("Ada", (await stream.NextAsync("typing"))["display_name"].GetString());
    }

    [Fact]
    public async Task With_the_account_name_status_and_picture_go()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        var room = await ada.Client.CreateRoomAsync();
        await ada.Client.SayAsync(room, "Remember me");
        await ada.Client.PatchAsync("/auth/me", new { display_name = "Ada Lovelace" });
        var url = (await ada.Client.SendAsync(HttpMethod.Put, "/auth/me/avatar", Image(PngFile.Black(4, 4))))["avatar_url"].GetString()!;

        await using var stream = await app.Admin.OpenStreamAsync(room);
        await ada.SubmitAsync("/account/manage/delete", "Deletion", ("Password", ChatApp.Password));

        Assert.Equal("deleted account", (await stream.NextAsync("profile"))["username"].GetString());
        var message = (await app.Admin.GetAsync($"/chat/room/{room}/history"))["messages"][0];
        Assert.Equal(("deleted account", null, null), (message.GetProperty("username").GetString(),
            message.GetProperty("display_name").GetString(), message.GetProperty("avatar_url").GetString()));
        Assert.Equal(404, (await app.Admin.GetAsync(url)).Status);
    }

    internal static ByteArrayContent Image(byte[] bytes, string type = "image/png") =>
        new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
}
