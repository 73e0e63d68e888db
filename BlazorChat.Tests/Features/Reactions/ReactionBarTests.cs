using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Timeline;
using Bunit;
using Xunit;

namespace BlazorChat.Tests.Features.Reactions;

public sealed class ReactionBarTests : BunitContext
{
    [Fact]
    public void Draws_nothing_where_nobody_reacted() => Assert.Empty(Draw().Nodes);

    [Fact]
    public void Says_how_many_and_who()
    {
        var pill = Draw(Some.Reaction("👍", "ada", "grace")).Find("button.reaction");

        Assert.Equal("2", pill.QuerySelector(".count")!.TextContent);
        Assert.Equal("ada, grace", pill.GetAttribute("title"));
        Assert.Equal("👍 2, ada, grace", pill.GetAttribute("aria-label"));
        Assert.Equal("id-ada id-grace", pill.GetAttribute("data-users"));
    }

    [Fact]
    public void Presses_nothing_because_it_does_not_know_who_looks() =>
        Assert.Equal("false", Draw(Some.Reaction("👍", "ada")).Find("button").GetAttribute("aria-pressed"));

    [Fact]
    public void Names_no_more_than_fit()
    {
        var pill = Draw(Some.Reaction("👍", [.. Enumerable.Range(1, 25).Select(i => $"u{i}")])).Find("button");

        Assert.EndsWith("u20 and 5 others", pill.GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_a_name_out_of_the_markup() =>
        Assert.Empty(Draw(Some.Reaction("👍", "\"><script>")).FindAll("script"));

    private IRenderedComponent<ReactionBar> Draw(params ReactionView[] reactions) =>
        Render<ReactionBar>(bar => bar.Add(b => b.Reactions, reactions));
}
