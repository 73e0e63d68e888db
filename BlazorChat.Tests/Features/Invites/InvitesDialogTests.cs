using BlazorChat.Web.Features.Invites;
using Bunit;
using MudBlazor;

namespace BlazorChat.Tests.Features.Invites;

public sealed class InvitesDialogTests : DialogTests
{
    [Fact]
    public async Task Shows_each_link_with_how_often_it_was_used_and_how_long_it_serves()
    {
        ApiAnswer(200, new { invites = new[] { Invite(maxUses: 5, uses: 2), Invite(maxUses: null, uses: 3, id: "other") } });

        var about = (await OpenAsync()).FindAll(".invite-about").Select(line => line.TextContent);

        Assert.Equal(["2 of 5 used · 3 hours left · by ada", "3 joined · 3 hours left · by ada"], about);
    }

    [Fact]
    public async Task Makes_a_link_that_serves_as_chosen()
    {
        ApiAnswer(200, new { invites = Array.Empty<object>() });
        var dialog = await OpenAsync();

        var selects = dialog.FindAll("select");
        await selects[0].ChangeAsync(new() { Value = "3600" });
        await dialog.FindAll("select")[1].ChangeAsync(new() { Value = "5" });
        await dialog.Find(".button.primary").ClickAsync(new());

        Assert.Equal(("POST", "/chat/room/general/invites", """{"expires_in":3600,"max_uses":5}"""), Assert.Single(Acts));
    }

    [Fact]
    public async Task Puts_a_link_on_the_clipboard_and_says_so()
    {
        ApiAnswer(200, new { invites = new[] { Invite(maxUses: null, uses: 0) } });
        Module.Setup<bool>("copy", "https://chat.example/join/secret").SetResult(true);
        var dialog = await OpenAsync();

        await dialog.Find(".invite .button").ClickAsync(new());

        Assert.Equal("Copied", dialog.Find(".invite .button").TextContent);
    }

    [Fact]
    public async Task Revokes_a_link()
    {
        ApiAnswer(200, new { invites = new[] { Invite(maxUses: null, uses: 0) } });
        var dialog = await OpenAsync();

        await dialog.Find("[aria-label='Revoke this link']").ClickAsync(new());

        Assert.Equal(("DELETE", "/chat/room/general/invites/some", "null"), Assert.Single(Acts));
        Assert.Empty(dialog.FindAll(".invite"));
        Assert.Contains("Create one", dialog.Find(".list-empty").TextContent, StringComparison.Ordinal);
    }

    private Task<IRenderedComponent<MudDialogProvider>> OpenAsync() =>
        OpenAsync(new DialogParameters<InvitesDialog> { { dialog => dialog.RoomId, "general" } });

    private object Invite(int? maxUses, int uses, string id = "some") => new
    {
        invite_id = id,
        code = "secret",
        url = "https://chat.example/join/secret",
        expires_at = Clock.GetUtcNow().AddHours(3).ToUnixTimeMilliseconds(),
        max_uses = maxUses,
        uses,
        created_by = "ada",
        created_at = 0,
    };
}
