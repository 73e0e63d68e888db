using BlazorChat.Web.Log;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Live;

public sealed class EventNamesTests(ChatApp app) : IClassFixture<ChatApp>
{
    // As the HTTP interface promises them; a new message is unnamed, and `ready` belongs to the stream itself.
    private static readonly string[] Promised =
    [
        "block", "draft", "emoji", "member", "message_deleted", "message_edited", "notices", "pin", "preferences", "presence", "previews", "profile", "reaction", "read",
        "report", "reset", "room", "saved", "silence", "thread", "thread_followed", "thread_read", "typing",
    ];

    [Fact]
    public void The_features_register_the_events_that_are_promised() =>
        Assert.Equal(Promised, app.Services.GetRequiredService<EventRegistry>().Names);

    [Fact]
    public async Task A_page_tells_its_scripts_the_names_of_all_events_to_listen_for()
    {
        var page = await app.Anonymous.GetAsync("/account/login");

        Assert.Contains($"""<meta name="chat-events" content="{string.Join(' ', Promised)}" />""", page.Text, StringComparison.Ordinal);
    }
}
