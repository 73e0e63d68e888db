using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Conversation.Members;
using BlazorChat.Web.Features.Rooms;
using Bunit;
using MudBlazor;

namespace BlazorChat.Tests.Conversation.Members;

public sealed class MemberDialogTests : DialogTests
{
    private static readonly MemberView Ada = Some.Member("ada", PresenceStatus.Online);

    [Theory]
    [InlineData("Mute for 10 minutes", 600)]
    [InlineData("Mute for 1 hour", 3_600)]
    [InlineData("Mute for 1 day", 86_400)]
    [InlineData("Mute for 1 week", 604_800)]
    public async Task Mutes_for_a_time(string button, int seconds)
    {
        ApiAnswer(204);
        var dialog = await OpenAsync(Ada);

        await dialog.Find($"[aria-label='{button}']").ClickAsync(new());

        Assert.Equal(("PUT", "/chat/room/general/members/id-ada/silence", $$"""{"seconds":{{seconds}}}"""), Assert.Single(Acts));
        Assert.Empty(dialog.FindAll(".mud-dialog"));
    }

    [Fact]
    public async Task Says_how_long_a_mute_lasts_and_lifts_it()
    {
        ApiAnswer(204);
        var dialog = await OpenAsync(Ada with { MutedUntil = Clock.GetUtcNow().AddHours(5).ToUnixTimeMilliseconds() });

        Assert.Contains("another 5 hours", dialog.Find(".mute").TextContent, StringComparison.Ordinal);
        await dialog.Find(".mute button").ClickAsync(new());

        Assert.Equal("DELETE", Assert.Single(Acts).Method);
    }

    [Fact]
    public async Task Who_removes_somebody_is_asked_first()
    {
        ApiAnswer(204);
        var dialog = await OpenAsync(Ada);

        await dialog.FindAll("button").Single(button => button.TextContent == "Remove from room…").ClickAsync(new());
        Assert.Empty(Acts);
        await dialog.FindAll("button").Single(button => button.TextContent == "Remove from room").ClickAsync(new());

        Assert.Equal(("DELETE", "/chat/room/general/members/id-ada", "null"), Assert.Single(Acts));
        Assert.Empty(dialog.FindAll(".mud-dialog"));
    }

    [Fact]
    public async Task A_mute_that_is_over_is_none() =>
        Assert.NotEmpty((await OpenAsync(Ada with { MutedUntil = Clock.GetUtcNow().ToUnixTimeMilliseconds() })).FindAll("[aria-label='Mute for 1 day']"));

    [Fact]
    public async Task Moderators_hand_out_no_roles() => Assert.Empty((await OpenAsync(Ada)).FindAll("[role=radiogroup]"));

    [Fact]
    public async Task An_owner_steps_down_but_neither_mutes_nor_removes_themselves()
    {
        var dialog = await OpenAsync(Ada with { Role = RoomRole.Owner }, mayOwn: true, isMe: true);

        Assert.Equal(["Cancel", "Save"], dialog.FindAll("button").Select(button => button.TextContent));
        Assert.NotEmpty(dialog.FindAll("[role=radiogroup]"));
    }

    [Fact]
    public async Task Says_why_it_did_not_work()
    {
        ApiAnswer(409, new { detail = "This room has no other owner." });
        var dialog = await OpenAsync(Ada, mayOwn: true);

        await dialog.FindAll("button").Single(button => button.TextContent == "Save").ClickAsync(new());

        Assert.Equal("This room has no other owner.", dialog.Find(".form-error").TextContent);
    }

    private Task<IRenderedComponent<MudDialogProvider>> OpenAsync(MemberView member, bool mayOwn = false, bool isMe = false) =>
        OpenAsync(new DialogParameters<MemberDialog>
        {
            { dialog => dialog.RoomId, "general" }, { dialog => dialog.Member, member },
            { dialog => dialog.MayOwn, mayOwn }, { dialog => dialog.IsMe, isMe },
        });
}
