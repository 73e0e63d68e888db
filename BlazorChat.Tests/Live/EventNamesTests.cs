using BlazorChat.Web.Live;

namespace BlazorChat.Tests.Live;

public sealed class EventNamesTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_page_tells_its_scripts_the_names_of_all_events()
    {
        var page = await app.Anonymous.GetAsync("/account/login");

        Assert.Contains($"""<meta name="chat-events" content="{string.Join(' ', EventNames.All)}" />""", page.Text, StringComparison.Ordinal);
    }
}
