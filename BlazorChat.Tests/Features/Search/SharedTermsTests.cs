using BlazorChat.Core.Search;

namespace BlazorChat.Tests.Features.Search;

/// <summary>In the index, rooms and people have short terms, which some of them share: nothing may follow from that.</summary>
public sealed class SharedTermsTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Rooms_that_share_a_term_are_searched_and_forgotten_each_by_itself()
    {
        var (one, other) = Sharing();
        var ada = await app.SignUpAsync("ada");
        foreach (var room in new[] { one, other })
        {
            Assert.Equal(201, (await app.Admin.PostAsync("/chat/rooms", new { name = room, kind = "public" })).Status);
            await app.Admin.SayAsync(room, $"Narwhal in {room}");
        }
        await app.UntilIndexedAsync();

        Assert.Equal($"Narwhal in {one}", Assert.Single((await ada.SearchAsync($"narwhal in:#{one}")).Texts));
        Assert.Equal($"Narwhal in {other}", Assert.Single((await ada.SearchAsync($"narwhal in:#{other}")).Texts));

        Assert.Equal(204, (await app.Admin.DeleteAsync($"/chat/room/{one}")).Status);
        await app.UntilIndexedAsync();

        Assert.Equal($"Narwhal in {other}", Assert.Single((await ada.SearchAsync("narwhal in")).Texts));
        Assert.Single((await ada.SearchAsync($"narwhal in:#{other}")).Results);
    }

    private static (string One, string Other) Sharing()
    {
        Dictionary<string, string> rooms = [];
        for (var n = 0; ; n++)
        {
            var room = $"shared-{n}";
            if (!rooms.TryAdd(IndexTerm.OfRoom(room).Text, room))
                return (rooms[IndexTerm.OfRoom(room).Text], room);
        }
    }
}
