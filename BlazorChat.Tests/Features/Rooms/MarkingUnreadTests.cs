using System.Text.Json;

namespace BlazorChat.Tests.Features.Rooms;

public sealed class MarkingUnreadTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task The_message_and_what_came_after_it_are_unread_again()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        var (_, second, third) = (await ada.SayAsync(room, "One"), await ada.SayAsync(room, "Two"), await ada.SayAsync(room, "Three"));
        await ReadAsync(grace, room, third);

        await UnreadAsync(grace, room, second);

        Assert.Equal(2, (await grace.GetAsync($"/chat/room/{room}"))["unread"].GetInt64());
    }

    [Fact]
    public async Task The_mark_comes_to_stand_just_before_the_message_wherever_it_was()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        await ada.SayAsync(room, "One");
        var second = await ada.SayAsync(room, "Two");

        await UnreadAsync(grace, room, second);

        Assert.Equal(1, (await grace.GetAsync($"/chat/room/{room}"))["unread"].GetInt64());
    }

    [Fact]
    public async Task My_streams_hear_where_the_mark_is_now()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        var (first, second) = (await ada.SayAsync(room, "One"), await ada.SayAsync(room, "Two"));
        await using var stream = await grace.OpenStreamAsync();

        await ReadAsync(grace, room, second);
        var read = await stream.NextAsync("read");
        await UnreadAsync(grace, room, second);
        var back = await stream.NextAsync("read");
        await UnreadAsync(grace, room, first);
        var toTheBeginning = await stream.NextAsync("read");

        Assert.Equal((second.Id, 2), (read["message_id"].GetString(), read["number"].GetInt64()));
        Assert.Equal((first.Id, 1), (back["message_id"].GetString(), back["number"].GetInt64()));
        Assert.Equal((JsonValueKind.Null, 0), (toTheBeginning["message_id"].ValueKind, toTheBeginning["number"].GetInt64()));
    }

    [Fact]
    public async Task Reading_goes_forward_from_there()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        var message = await ada.SayAsync(room, "One");
        await ReadAsync(grace, room, message);
        await UnreadAsync(grace, room, message);

        await ReadAsync(grace, room, message);

        Assert.Equal(0, (await grace.GetAsync($"/chat/room/{room}"))["unread"].GetInt64());
    }

    [Fact]
    public async Task A_guest_has_no_mark_and_another_rooms_message_is_none()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();
        var message = await ada.SayAsync(room, "One");

        Assert.Equal(403, (await grace.PostAsync($"/chat/room/{room}/unread", new { message_id = message.Id })).Status);
        Assert.Equal(["message_id"], (await grace.PostAsync("/chat/room/general/unread", new { message_id = message.Id })).Errors);
    }

    private static async Task ReadAsync(ChatClient who, string room, MessageJson message) =>
        Assert.Equal(204, (await who.PostAsync($"/chat/room/{room}/read", new { message_id = message.Id })).Status);

    private static async Task UnreadAsync(ChatClient who, string room, MessageJson message) =>
        Assert.Equal(204, (await who.PostAsync($"/chat/room/{room}/unread", new { message_id = message.Id })).Status);
}
