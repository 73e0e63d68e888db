using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace BlazorChat.Tests.Conversation;

public sealed partial class IslandsOnlyTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Theory]
    [InlineData("")]
    [InlineData("/files")]
    [InlineData("?side=threads")]
    public async Task A_page_that_is_asked_for_its_islands_describes_them_and_draws_nothing(string place)
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        var room = await ada.Client.CreateRoomAsync();
        await ada.Client.SayAsync(room, "Not of interest");

        var page = (await ada.Client.GetAsync($"/room/{room}{place}")).Text;
        var islands = (await AskAsync(ada, $"/room/{room}{place}")).Text;

        Assert.Equal(2, KeysIn(page).Length);
        Assert.Equal(KeysIn(page), KeysIn(islands));
        Assert.DoesNotContain("Not of interest", islands, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"room-row\"", islands, StringComparison.Ordinal);
        Assert.Contains("Blazor-Server-Component-State", islands, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_for_islands_has_not_come_to_the_room()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        var room = await ada.Client.CreateRoomAsync();

        Assert.False((await AskAsync(ada, "/room/" + room)).Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task There_are_no_islands_of_a_room_that_is_not_there() =>
        Assert.Equal(404, (await AskAsync(await Browser.SignUpAsync(app, "ada"), "/room/nowhere")).Status);

    private static async Task<Reply> AskAsync(Browser person, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)) { Headers = { { "Chat-Islands", "1" } } };
        return await person.Client.SendAsync(request);
    }

    private static string[] KeysIn(string page) =>
    [
        .. Markers().Matches(page).Select(marker => JsonDocument.Parse(marker.Groups[1].Value).RootElement)
            .Where(marker => marker.TryGetProperty("descriptor", out _)).Select(marker => marker.GetProperty("key").GetRawText()),
    ];

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->")]
    private static partial Regex Markers();
}
