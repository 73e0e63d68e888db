namespace BlazorChat.Tests.Features.Rooms;

/// <summary>To a stranger a private room and no room at all are the same, byte for byte, and an administrator is one.</summary>
public sealed class PrivateRoomsTests(ChatApp app) : IClassFixture<ChatApp>
{
    private const string NoRoom = "nC1kzvTz0mXb5hQ2mJ4wTA";

    public static TheoryData<string, string, string?> Doors => new()
    {
        { "GET", "/chat/room/@room", null },
        { "PATCH", "/chat/room/@room", """{"name": "Mine"}""" },
        { "DELETE", "/chat/room/@room", null },
        { "POST", "/chat/room/@room/join", null },
        { "POST", "/chat/room/@room/leave", null },
        { "GET", "/chat/room/@room/members", null },
        { "PUT", "/chat/room/@room/members/@me", """{"role": "owner"}""" },
        { "DELETE", "/chat/room/@room/members/@me", null },
        { "POST", "/chat/room/@room/read", """{"message_id": "@message"}""" },
        { "POST", "/chat/messages", """{"room_id": "@room", "message": "Hello"}""" },
        { "GET", "/chat/room/@room/history", null },
        { "GET", "/chat/room/@room/history?limit=nonsense", null },
        { "GET", "/chat/room/@room/history?around=@message", null },
        { "GET", "/chat/room/@room/events", null },
        { "GET", "/chat/room/@room/events?user_id=somebody", null },
        { "GET", "/chat/room/@room/poll", null },
        { "GET", "/chat/room/@room/poll?wait=nonsense", null },
        { "PUT", "/chat/room/@room/members/@me/silence", """{"seconds": 60}""" },
        { "DELETE", "/chat/room/@room/members/@me/silence", null },
        { "GET", "/chat/room/@room/reports", null },
        { "POST", "/chat/room/@room/reports/1", """{"outcome": "deleted"}""" },
        { "GET", "/chat/room/@room/invites", null },
        { "POST", "/chat/room/@room/invites", "{}" },
        { "DELETE", "/chat/room/@room/invites/some", null },
        { "POST", "/chat/typing", """{"room_id": "@room", "is_typing": true}""" },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_stranger_finds_nothing_behind_any_door(string method, string path, string? body)
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync();
        var message = await ada.SayAsync(room, "Psst");

        foreach (var stranger in new[] { grace, app.Admin })
        {
            var hidden = await KnockAsync(stranger, room);
            var missing = await KnockAsync(stranger, NoRoom);

            Assert.Equal((404, "not_found", "application/problem+json"), (hidden.Status, hidden.Code, hidden.ContentType));
            Assert.Equal(missing.Text, hidden.Text);
        }

        Task<Reply> KnockAsync(ChatClient stranger, string id)
        {
            string Fill(string template) => template.Replace("@room", id, StringComparison.Ordinal)
                .Replace("@message", message.Id, StringComparison.Ordinal).Replace("@me", stranger.UserId, StringComparison.Ordinal);
            return stranger.SendAsync(new HttpMethod(method), Fill(path),
                body is null ? null : new StringContent(Fill(body), null, "application/json"));
        }
    }

    [Fact]
    public async Task The_answer_is_that_of_a_path_that_does_not_exist()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync();

        Assert.Equal((await grace.GetAsync("/chat/no/such/path")).Text, (await grace.GetAsync($"/chat/room/{room}")).Text);
    }

    [Fact]
    public async Task Who_was_removed_is_a_stranger_again()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        Assert.Equal(200, (await grace.GetAsync($"/chat/room/{room}/history")).Status);

        await ada.RemoveMemberAsync(room, grace);

        Assert.Equal(404, (await grace.GetAsync($"/chat/room/{room}/history")).Status);
        Assert.Equal(404, (await grace.GetAsync($"/chat/room/{room}/events")).Status);
        Assert.Equal(404, (await grace.TrySayAsync(room, "Still here?")).Status);
    }
}
