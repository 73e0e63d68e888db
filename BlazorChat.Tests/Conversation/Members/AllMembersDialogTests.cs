using BlazorChat.Core.Rooms;
using BlazorChat.Web.Conversation.Members;
using Bunit;
using MudBlazor;
using Xunit;

namespace BlazorChat.Tests.Conversation.Members;

public sealed class AllMembersDialogTests : DialogTests
{
    [Fact]
    public async Task Lists_everybody_by_name()
    {
        var dialog = await OpenAsync("linus", "ada", "Bob");

        Assert.Equal(["ada", "Bob", "linus"], dialog.FindAll(".member-name").Select(name => name.TextContent));
    }

    [Fact]
    public async Task Finds_somebody_by_a_part_of_their_name()
    {
        var dialog = await OpenAsync("ada", "linus");

        await dialog.Find("input").InputAsync("IN");
        Assert.Equal("linus", Assert.Single(dialog.FindAll(".member-name")).TextContent);

        await dialog.Find("input").InputAsync("nobody");
        Assert.Contains("“nobody”", dialog.Find(".list-empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_why_it_has_no_list()
    {
        ApiAnswer(503, new { detail = "Not now." });

        Assert.Equal("Not now.", (await OpenAsync()).Find("[role=alert]").TextContent);
    }

    private async Task<IRenderedComponent<MudDialogProvider>> OpenAsync(params string[] names)
    {
        if (names.Length > 0)
            ApiAnswer(200, new
            {
                members = names.Select(name => new { user_id = "id-" + name, username = name, role = "member", status = "offline" }),
                counts = new { online = 0, away = 0, offline = names.Length },
            });
        return await OpenAsync(new DialogParameters<AllMembersDialog>
        {
            { dialog => dialog.RoomId, "general" }, { dialog => dialog.Me, "id-me" }, { dialog => dialog.Rights, new RoomRights(RoomKind.Public, RoomRole.Member) },
        });
    }
}
