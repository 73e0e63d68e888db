using Xunit;

namespace BlazorChat.Tests.Conversation.Rooms;

public sealed class RoomListPageTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Lists_my_rooms_the_one_that_is_shown_and_others_that_are_looked_for()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var mine = await ada.CreateRoomAsync();
        var (shown, other) = (await grace.CreateRoomAsync(), await grace.CreateRoomAsync());
        var name = "Harbour " + other;
        await grace.PatchAsync($"/chat/room/{other}", new { name });

        Assert.Equal([mine], await ListedAsync(ada, ""));
        Assert.Equal([mine, shown], await ListedAsync(ada, $"room_id={shown}"));
        Assert.Equal([mine, other], await ListedAsync(ada, $"find={Uri.EscapeDataString(name)}"));
    }

    [Fact]
    public async Task A_private_room_is_found_by_nobody_who_is_not_in_it()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var secret = await grace.CreateRoomAsync("private");
        await grace.PatchAsync($"/chat/room/{secret}", new { name = "Vault " + secret });
        await grace.PatchAsync($"/chat/room/{await grace.CreateRoomAsync()}", new { name = "Vault of all" });

        Assert.DoesNotContain(secret, await ListedAsync(ada, $"room_id={secret}"));
        Assert.Single(await ListedAsync(ada, "find=vault"));
        Assert.Contains(secret, await ListedAsync(grace, "find=vault"));
    }

    [Fact]
    public async Task Nobody_is_told_without_signing_in() =>
        Assert.Equal(401, (await app.Anonymous.GetAsync("/chat/rooms/list")).Status);

    /// <summary>The rooms but for those that everybody is in.</summary>
    private static async Task<string[]> ListedAsync(ChatClient person, string query)
    {
        var answer = await person.GetAsync("/chat/rooms/list?" + query);
        Assert.Equal(200, answer.Status);
        var list = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(answer.Text);
        return [.. list.QuerySelectorAll("a[data-room]").Select(link => link.GetAttribute("data-room")!).Where(room => room != "general")];
    }
}
