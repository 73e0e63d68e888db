namespace BlazorChat.Tests.Features.Messages;

public sealed class DeletingTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_deleted_message_stays_as_a_tombstone_without_what_was_said()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var message = await ada.SayAsync(room, "Hello");
        await ada.ReactAsync(message, "👍");

        var deleted = await ada.DeleteAsync(message);

        Assert.Equal((204, 0), (deleted.Status, deleted.Bytes.Length));
        var tombstone = Assert.Single((await ada.HistoryAsync(room)).Messages);
        Assert.Equal((message.Id, message.Number, true), (tombstone.Id, tombstone.Number, tombstone.Deleted));
        Assert.Equal(("", ""), (tombstone.Text, tombstone.Html));
        Assert.Empty(tombstone.Reactions);
    }

    [Fact]
    public async Task Deleting_twice_changes_nothing()
    {
        var ada = await app.SignUpAsync("ada");
        var message = await ada.SayAsync(await ada.CreateRoomAsync(), "Hello");

        Assert.Equal(204, (await ada.DeleteAsync(message)).Status);
        Assert.Equal(204, (await ada.DeleteAsync(message)).Status);
    }

    [Fact]
    public async Task The_number_of_a_deleted_message_stays_taken()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await ada.DeleteAsync(await ada.SayAsync(room, "One"));

        Assert.Equal(2, (await ada.SayAsync(room, "Two")).Number);
    }

    [Fact]
    public async Task Another_member_may_not_delete_it()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var message = await ada.SayAsync(await ada.CreateRoomAsync(), "Hello");

        Assert.Equal((403, "forbidden"), ((await grace.DeleteAsync(message)).Status, (await grace.DeleteAsync(message)).Code));
    }

    [Fact]
    public async Task A_moderator_may_delete_it()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();
        await ada.SetMemberAsync(room, grace, "moderator");

        Assert.Equal(204, (await grace.DeleteAsync(await ada.SayAsync(room, "Hello"))).Status);
    }

    [Fact]
    public async Task An_administrator_may_delete_it_in_a_public_room()
    {
        var ada = await app.SignUpAsync("ada");

        Assert.Equal(204, (await app.Admin.DeleteAsync(await ada.SayAsync(await ada.CreateRoomAsync(), "Hello"))).Status);
    }

    [Fact]
    public async Task A_message_in_a_room_one_may_not_see_is_not_found_even_by_an_administrator()
    {
        var ada = await app.SignUpAsync("ada");
        var secret = await ada.SayAsync(await ada.CreatePrivateRoomAsync(), "Psst");

        var hidden = await app.Admin.DeleteAsync(secret);

        Assert.Equal(404, hidden.Status);
        Assert.Equal((await app.Admin.DeleteAsync("/chat/messages/999999999")).Bytes, hidden.Bytes);
    }
}
