namespace BlazorChat.Tests.Features.Messages;

public sealed class EditingTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task An_edit_answers_with_the_message_as_it_is_now()
    {
        var ada = await app.SignUpAsync("ada");
        var message = await ada.SayAsync(await ada.CreateRoomAsync(), "Helo");

        var edited = await ada.EditAsync(message, "<Hello>");

        Assert.Equal(200, edited.Status);
        var now = edited.Read<MessageJson>();
        Assert.Equal((message.Id, message.Number, message.Timestamp), (now.Id, now.Number, now.Timestamp));
        Assert.Equal(("<Hello>", "&lt;Hello&gt;"), (now.Text, now.Html));
        Assert.NotNull(now.EditedAt);
    }

    [Fact]
    public async Task An_edit_to_the_same_text_is_no_edit()
    {
        var ada = await app.SignUpAsync("ada");
        var message = await ada.SayAsync(await ada.CreateRoomAsync(), "Hello");

        Assert.Null((await ada.EditAsync(message, "\nHello ")).Read<MessageJson>().EditedAt);
    }

    [Fact]
    public async Task Nobody_edits_what_another_wrote_not_even_an_administrator()
    {
        var ada = await app.SignUpAsync("ada");
        var message = await ada.SayAsync(await ada.CreateRoomAsync(), "Hello");

        var refused = await app.Admin.EditAsync(message, "Goodbye");

        Assert.Equal((403, "forbidden"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task An_edit_obeys_the_rules_of_a_message()
    {
        var ada = await app.SignUpAsync("ada");
        var message = await ada.SayAsync(await ada.CreateRoomAsync(), "Hello");

        foreach (var text in new[] { "", "   ", new string('a', 1001) })
            Assert.Equal(["message"], (await ada.EditAsync(message, text)).Errors);
    }

    [Fact]
    public async Task A_deleted_message_cannot_be_edited()
    {
        var ada = await app.SignUpAsync("ada");
        var message = await ada.SayAsync(await ada.CreateRoomAsync(), "Hello");
        await ada.DeleteAsync(message);

        var refused = await ada.EditAsync(message, "Hello again");

        Assert.Equal((409, "message_deleted"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task A_message_in_a_room_one_may_not_see_is_not_found_like_one_that_never_was()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var secret = await ada.SayAsync(await ada.CreatePrivateRoomAsync(), "Psst");

        var hidden = await grace.EditAsync(secret, "Ha");
        var missing = await grace.PatchAsync("/chat/messages/999999999", new { message = "Ha" });

        Assert.Equal((404, "not_found"), (hidden.Status, hidden.Code));
        Assert.Equal(missing.Bytes, hidden.Bytes);
    }
}
