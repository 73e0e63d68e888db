namespace BlazorChat.Tests.Features.Messages;

public sealed class PostingMessagesTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_posted_message_reaches_everyone_in_the_room()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();
        await using var stream = await grace.OpenStreamAsync(room);

        await ada.SayAsync(room, "Is this thing on?");

        Assert.Equal("Is this thing on?", (await stream.NextMessageAsync()).Text);
    }

    [Fact]
    public async Task A_post_is_answered_with_the_stored_message()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();

        var sent = await ada.TrySayAsync(room, "\n  Hello  ", clientId: "c1");

        Assert.Equal(201, sent.Status);
        Assert.Equal("sent", sent["status"].GetString());
        var message = sent.Message();
        Assert.Equal((room, 1L, ada.UserId, ada.Username), (message.RoomId, message.Number, message.UserId, message.Username));
        Assert.Equal(("  Hello", "  Hello", "text", "c1"), (message.Text, message.Html, message.Type, message.ClientId));
        Assert.Equal((null, false, null), (message.EditedAt, message.Deleted, message.ReplyTo));
        Assert.Empty(message.Reactions);
    }

    [Fact]
    public async Task A_message_has_exactly_the_contracts_fields()
    {
        var ada = await app.SignUpAsync("ada");
        var sent = await ada.TrySayAsync(await ada.CreateRoomAsync(), "Hello");

        Assert.Equal(
            ["avatar_url", "client_id", "deleted", "display_name", "edited_at", "file", "file_name", "file_url", "html",
             "id", "mentions", "number", "pinned", "previews", "reactions", "reply_to", "room_id", "text", "thread", "thread_id", "timestamp", "type", "user_id", "username"],
            sent["message"].EnumerateObject().Select(field => field.Name).Order());
    }

    [Fact]
    public async Task Author_time_and_id_are_never_taken_from_the_body()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();

        var sent = await ada.PostAsync("/chat/messages", new
        {
            room_id = room, message = "Hello", timestamp = 1, user_id = grace.UserId, id = "7", number = 99, colour = "red",
        });

        Assert.Equal(201, sent.Status);
        var message = sent.Message();
        Assert.Equal((ada.UserId, 1L), (message.UserId, message.Number));
        Assert.NotEqual("7", message.Id);
        Assert.True(message.Timestamp > 1_700_000_000_000);
    }

    [Fact]
    public async Task Text_is_stored_as_written_and_its_html_is_safe()
    {
        var ada = await app.SignUpAsync("ada");
        var message = await ada.SayAsync(await ada.CreateRoomAsync(), "<b>5 & 6</b>\r\n\"ok\"");

        Assert.Equal("<b>5 & 6</b>\n\"ok\"", message.Text);
        Assert.Equal("&lt;b&gt;5 &amp; 6&lt;/b&gt;<br>&quot;ok&quot;", message.Html);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\u200b\u200d")]
    public async Task A_message_with_nothing_to_see_is_invalid(string? text)
    {
        var ada = await app.SignUpAsync("ada");

        var refused = await ada.TrySayAsync(await ada.CreateRoomAsync(), text);

        Assert.Equal((400, "invalid"), (refused.Status, refused.Code));
        Assert.Equal(["message"], refused.Errors);
    }

    [Fact]
    public async Task A_message_may_have_a_thousand_code_points_however_many_bytes_they_take()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var thousand = string.Concat(Enumerable.Repeat("😀", 1000));

        Assert.Equal(thousand, (await ada.SayAsync(room, thousand)).Text);
        Assert.Equal(400, (await ada.TrySayAsync(room, thousand + "!")).Status);
    }

    [Fact]
    public async Task Posting_to_a_public_room_joins_it()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();

        await grace.SayAsync(room, "Hello");

        Assert.True((await grace.GetAsync($"/chat/room/{room}"))["member"].GetBoolean());
    }

    [Fact]
    public async Task Numbers_have_no_holes_when_many_post_at_once()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();

        var sent = await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
            i % 3 == 0 ? await ada.TrySayAsync(room, "") : await ada.TrySayAsync(room, $"Message {i}")));

        var numbers = sent.Where(reply => reply.Status == 201).Select(reply => reply.Message().Number).Order();
        Assert.Equal(Enumerable.Range(1, 40).Select(n => (long?)n), numbers);
    }

    [Fact]
    public async Task Someone_who_just_posted_and_was_then_removed_posts_no_more()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        await grace.SayAsync(room, "One");
        await ada.SayAsync(room, "Two");

        await ada.RemoveMemberAsync(room, grace);

        Assert.Equal(404, (await grace.TrySayAsync(room, "Three")).Status);
        Assert.Equal(3, (await ada.SayAsync(room, "Three")).Number);
    }

    [Fact]
    public async Task A_room_archived_between_two_posts_takes_no_more_until_it_is_restored()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await ada.SayAsync(room, "One");

        await ada.PatchAsync($"/chat/room/{room}", new { archived = true });
        Assert.Equal(403, (await ada.TrySayAsync(room, "Two")).Status);
        await ada.PatchAsync($"/chat/room/{room}", new { archived = false });

        Assert.Equal(2, (await ada.SayAsync(room, "Two")).Number);
    }
}
