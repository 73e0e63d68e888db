namespace BlazorChat.Tests.Features.Search;

public sealed class SearchTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_result_is_the_message_with_its_room_and_the_places_of_the_words()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var said = await ada.SayAsync(room, "👍 The Café is open, the café is good");

        var result = Assert.Single((await ada.SearchAsync("cafe", $"&room_id={room}")).Results);

        Assert.Equal((said.Id, said.Text, said.UserId), (result.Message.Id, result.Message.Text, result.Message.UserId));
        Assert.Equal($$"""{"id":"{{room}}","name":"Engine room","kind":"public"}""", result.Room.GetRawText());
        Assert.Equal(["Café", "café"], result.Marks.Select(mark => said.Text[mark[0]..mark[1]]));
    }

    [Theory]
    [InlineData("", "q")]
    [InlineData("q=%22open", "q")]
    [InlineData("q=has:nothing", "q")]
    [InlineData("q=a&limit=0", "limit")]
    [InlineData("q=a&limit=201", "limit")]
    [InlineData("q=a&before=x", "before")]
    [InlineData("q=a&tz=Mars/Olympus", "tz")]
    public async Task A_bad_search_is_refused_with_a_word_about_what_is_bad(string query, string field)
    {
        var reply = await app.Admin.GetAsync($"/chat/search?{query}");

        Assert.Equal((400, field), (reply.Status, Assert.Single(reply.Errors)));
    }

    [Fact]
    public async Task Filters_narrow_the_search_down()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var (room, secret) = (await ada.CreateRoomAsync(), await ada.CreatePrivateRoomAsync(grace));
        var direct = await ada.StartDirectAsync(grace);
        await ada.SayAsync(room, "walrus in public");
        await grace.SayAsync(room, "walrus by grace https://example.org");
        var inSecret = await grace.SayAsync(secret, "walrus in secret");
        await ada.SayAsync(direct, "walrus between us");
        await ada.ShareAsync(room, "walrus-figures.txt", "numbers"u8.ToArray());
        var picture = await ada.ShareAsync(room, "look.png", PngFile.Black(2, 2), "a walrus");
        await ada.PutAsync($"/chat/messages/{picture.Id}/pin", new { });
        await grace.PostAsync("/chat/messages", new { room_id = secret, message = "a reply about it", thread_id = inSecret.Id });

        foreach (var isIndexed in new[] { false, true })
        {
            if (isIndexed)
                await app.UntilIndexedAsync();
            Assert.Equal(6, (await ada.SearchAsync("walrus")).Results.Length);
            Assert.Equal(["walrus by grace https://example.org", "walrus in public"], (await ada.SearchAsync($"walrus in:#{room} -figures -a")).Texts);
            Assert.Equal(["walrus in secret", "walrus by grace https://example.org"], (await ada.SearchAsync($"walrus from:@{grace.Username}")).Texts);
            Assert.Equal(["walrus in secret", "walrus by grace https://example.org"], (await grace.SearchAsync("from:me walrus")).Texts);
            Assert.Equal(["walrus in secret"], (await ada.SearchAsync("walrus", $"&room_id={secret}&user_id={grace.UserId}")).Texts);
            Assert.Equal(["walrus between us"], (await ada.SearchAsync($"walrus in:@{grace.Username}")).Texts);
            Assert.Equal(["walrus by grace https://example.org"], (await ada.SearchAsync("walrus has:link")).Texts);
            Assert.Equal(["a walrus", ""], (await ada.SearchAsync("walrus has:file")).Texts);
            Assert.Equal(["a walrus"], (await ada.SearchAsync("walrus has:image")).Texts);
            Assert.Equal(["a walrus"], (await ada.SearchAsync($"is:pinned in:{room}")).Texts);
            Assert.Equal(["a reply about it"], (await ada.SearchAsync($"is:thread in:{secret}")).Texts);
            Assert.Equal(["a walrus", ""], (await ada.SearchAsync($"has:file from:{ada.Username}")).Texts);
            Assert.Empty((await ada.SearchAsync("walrus from:nobody-of-this-name")).Results);
            Assert.Empty((await ada.SearchAsync("walrus in:#no-room-of-this-name")).Results);
            Assert.Empty((await ada.SearchAsync("walrus", "&user_id=nobody")).Results);
        }
    }

    [Fact]
    public async Task Days_are_those_of_the_one_who_asks()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        var said = await ada.SayAsync(room, "ostrich");
        var at = DateTimeOffset.FromUnixTimeMilliseconds(said.Timestamp);

        foreach (var isIndexed in new[] { false, true })
        {
            if (isIndexed)
                await app.UntilIndexedAsync();
            foreach (var (zone, offset) in new[] { ("UTC", 0), ("Etc/GMT-14", 14), ("Etc/GMT+12", -12) })
            {
                var day = at.ToOffset(TimeSpan.FromHours(offset));
                Assert.Single((await ada.SearchAsync($"ostrich on:{day:yyyy-MM-dd}", $"&tz={Uri.EscapeDataString(zone)}")).Results);
                Assert.Single((await ada.SearchAsync($"on:{day:yyyy-MM-dd}", $"&tz={Uri.EscapeDataString(zone)}&room_id={room}")).Results);
                Assert.Single((await ada.SearchAsync($"ostrich after:{day.AddDays(-1):yyyy-MM-dd} before:{day.AddDays(1):yyyy-MM-dd}", $"&tz={Uri.EscapeDataString(zone)}")).Results);
                foreach (var miss in new[] { $"on:{day.AddDays(1):yyyy-MM-dd}", $"after:{day:yyyy-MM-dd}", $"before:{day:yyyy-MM-dd}", $"on:{day.AddDays(-1):yyyy-MM-dd}" })
                    Assert.Empty((await ada.SearchAsync($"ostrich {miss}", $"&tz={Uri.EscapeDataString(zone)}")).Results);
            }
        }
    }

    [Fact]
    public async Task What_one_may_not_read_is_not_found()
    {
        var (ada, member, former, stranger) = (await app.SignUpAsync("ada"), await app.SignUpAsync("member"), await app.SignUpAsync("former"), await app.SignUpAsync("stranger"));
        var secret = await ada.CreatePrivateRoomAsync(member, former);
        var direct = await ada.StartDirectAsync(member);
        await ada.SayAsync(secret, "okapi in secret");
        await ada.SayAsync(direct, "okapi between two");
        await former.SayAsync(secret, "okapi by one who goes");
        await ada.RemoveMemberAsync(secret, former);

        foreach (var isIndexed in new[] { false, true })
        {
            if (isIndexed)
                await app.UntilIndexedAsync();
            Assert.Equal(3, (await ada.SearchAsync("okapi")).Results.Length);
            Assert.Equal(3, (await member.SearchAsync("okapi")).Results.Length);
            foreach (var other in new[] { former, stranger, app.Admin })
            {
                var none = await other.TrySearchAsync("okapi");
                Assert.Equal("""{"results":[],"has_more":false}""", none.Text);
                Assert.Equal(none.Text, (await other.TrySearchAsync("nothing-is-called-like-this")).Text);
                Assert.Equal(none.Text, (await other.TrySearchAsync("okapi from:me")).Text);
                Assert.Equal(none.Text, (await other.TrySearchAsync($"okapi in:{secret}")).Text);
                var (hidden, missing) = (await other.TrySearchAsync("okapi", $"&room_id={secret}"), await other.TrySearchAsync("okapi", "&room_id=there-is-no-such-room"));
                Assert.Equal((404, 404, missing.Text), (hidden.Status, missing.Status, hidden.Text));
            }
        }
        Assert.Equal(401, (await app.Anonymous.TrySearchAsync("okapi")).Status);
    }

    [Fact]
    public async Task Nobody_is_found_in_a_room_from_the_moment_they_are_removed()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var secret = await ada.CreatePrivateRoomAsync(grace);
        await ada.SayAsync(secret, "tapir");
        await app.UntilIndexedAsync();
        Assert.Single((await grace.SearchAsync("tapir")).Results);

        await ada.RemoveMemberAsync(secret, grace);
        Assert.Empty((await grace.SearchAsync("tapir")).Results);
        await ada.SetMemberAsync(secret, grace, "member");
        Assert.Single((await grace.SearchAsync("tapir")).Results);
    }

    [Fact]
    public async Task What_happened_in_a_room_is_no_message_to_find()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        await ada.PatchAsync($"/chat/room/{room}", new { name = "Gazebo" });

        Assert.Empty((await ada.SearchAsync("Gazebo")).Results);
    }
}
