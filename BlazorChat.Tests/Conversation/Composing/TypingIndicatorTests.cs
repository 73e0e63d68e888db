using System.Text.Json;
using BlazorChat.Core.Presence;
using BlazorChat.Web.Conversation.Composing;
using BlazorChat.Web.Hosting;
using Bunit;
using Xunit;

namespace BlazorChat.Tests.Conversation.Composing;

public sealed class TypingIndicatorTests : IslandTests
{
    [Fact]
    public void Says_nothing_while_nobody_writes() => Assert.Equal("", Said(Draw()));

    [Fact]
    public async Task Names_the_one_who_writes()
    {
        var island = Draw();

        await WriteAsync(island, "ada");

        Assert.Equal("ada is typing", Said(island));
    }

    [Fact]
    public async Task Names_two()
    {
        var island = Draw();

        await WriteAsync(island, "grace");
        await WriteAsync(island, "ada");

        Assert.Equal("ada and grace are typing", Said(island));
    }

    [Fact]
    public async Task Counts_nobody_beyond_two()
    {
        var island = Draw();

        foreach (var name in (string[])["ada", "grace", "linus"])
            await WriteAsync(island, name);

        Assert.Equal("several people are typing", Said(island));
    }

    [Fact]
    public async Task Does_not_tell_me_that_I_write()
    {
        var island = Draw();

        await WriteAsync(island, "me");

        Assert.Equal("", Said(island));
    }

    [Fact]
    public async Task Keeps_silent_about_other_rooms()
    {
        var island = Draw();

        await TellAsync(island, "typing", """{"room_id":"other","user_id":"id-ada","username":"ada","is_typing":true}""");

        Assert.Equal("", Said(island));
    }

    [Fact]
    public async Task Forgets_who_stops()
    {
        var island = Draw();

        await WriteAsync(island, "ada");
        await WriteAsync(island, "ada", isTyping: false);

        Assert.Equal("", Said(island));
    }

    [Fact]
    public async Task Forgets_who_has_said_it()
    {
        var island = Draw();

        await WriteAsync(island, "ada");
        await TellAsync(island, "message", JsonSerializer.Serialize(Some.Message() with { UserId = "id-ada" }, ChatJson.Options));

        Assert.Equal("", Said(island));
    }

    [Fact]
    public async Task Forgets_who_falls_silent()
    {
        var island = Draw();
        await WriteAsync(island, "ada");

        Clock.Advance(TypingBoard.Lasts);

        await island.WaitForAssertionAsync(() => Assert.Equal("", Said(island)));
    }

    [Fact]
    public async Task Remembers_who_goes_on()
    {
        var island = Draw();
        await WriteAsync(island, "ada");
        Clock.Advance(TypingBoard.Lasts / 2);
        await WriteAsync(island, "ada");

        Clock.Advance(TypingBoard.Lasts / 2);

        Assert.Equal("ada is typing", Said(island));
    }

    [Fact]
    public async Task Starts_afresh_in_another_room()
    {
        var island = Draw();
        await WriteAsync(island, "ada");

        island.Render(parameters => parameters.Add(i => i.RoomId, "other"));

        Assert.Equal("", Said(island));
    }

    private IRenderedComponent<TypingIndicator> Draw() =>
        Render<TypingIndicator>(island => island.Add(i => i.RoomId, "general").Add(i => i.Me, "id-me"));

    private static Task WriteAsync(IRenderedComponent<TypingIndicator> island, string name, bool isTyping = true) => TellAsync(
        island, "typing",
        $$"""{"room_id":"general","user_id":"id-{{name}}","username":"{{name}}","is_typing":{{(isTyping ? "true" : "false")}}}""");

    private static string Said(IRenderedComponent<TypingIndicator> island) => island.Find("p").TextContent.Trim();
}
