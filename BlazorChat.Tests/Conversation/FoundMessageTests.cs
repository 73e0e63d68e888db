using AngleSharp.Dom;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Search;
using BlazorChat.Web.Conversation.Side;
using BlazorChat.Web.Features.Search;
using Bunit;
using Xunit;

namespace BlazorChat.Tests.Conversation;

public sealed class FoundMessageTests : BunitContext
{
    [Theory]
    [InlineData("deploy", "We **deploy** the `api` _today_", "We [deploy] the api today")]
    [InlineData("\"deploy the api\"", "We **deploy** the `api` _today_", "We [deploy the api] today")]
    [InlineData("two", "- one\n- two", "one [two]")]
    [InlineData("snake_case", "a snake_case name", "a [snake_case] name")]
    [InlineData("from:ada", "We **deploy**", "We deploy")]
    [InlineData("wiki", "See [the plan](https://wiki.example/plan)", "See [the plan](https://[wiki].example/plan)")]
    public void What_was_found_is_shown_without_signs_of_formatting_unless_it_is_in_them(string search, string said, string shown)
    {
        var query = SearchQuery.Parse(search, TimeZoneInfo.Utc).Value;
        var result = new SearchResult(Some.Message(said), new SearchRoom("general", "general", RoomKind.Public), new SearchedMessage(said).Marks(query));
        var view = new SearchView(search, null, new SearchPage([result], false), null, 100) { Searched = query };

        var found = Render<FoundMessage>(of => of.Add(message => message.Result, result).Add(message => message.View, view));

        Assert.Equal(shown, string.Concat(found.Find(".found-text").ChildNodes.Select(node => node is IElement ? $"[{node.TextContent}]" : node.TextContent)));
    }
}
