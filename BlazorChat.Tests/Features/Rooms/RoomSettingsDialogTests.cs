using BlazorChat.Core.Rooms;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Islands;
using Bunit;
using MudBlazor;

namespace BlazorChat.Tests.Features.Rooms;

public sealed class RoomSettingsDialogTests : DialogTests
{
    private static readonly RoomState Design = new(
        "design", "Design", "Lines", Archived: false, IsDefault: false, new RoomRights(RoomKind.Public, RoomRole.Owner))
    { Posting = RoomPosting.Moderators };

    [Fact]
    public async Task Saves_name_topic_and_who_posts()
    {
        ApiAnswer(200, new { });
        var dialog = await OpenAsync(Design);

        await dialog.Find("form").SubmitAsync();

        Assert.Equal(("PATCH", "/chat/room/design", """{"name":"Design","topic":"Lines","posting":"moderators","link_previews":true}"""), Assert.Single(Acts));
        Assert.Empty(dialog.FindAll(".mud-dialog"));
    }

    [Fact]
    public async Task Saves_once_however_often_it_is_pressed()
    {
        var request = Module.Setup<ApiAnswer?>("request", _ => true);
        var form = (await OpenAsync(Design)).Find("form");

        var first = form.SubmitAsync();
        await form.SubmitAsync();
        request.SetResult(new ApiAnswer(200, null, null));
        await first;

        Assert.Single(Acts);
    }

    [Fact]
    public async Task Says_next_to_the_field_what_is_wrong_with_it()
    {
        ApiAnswer(400, new { detail = "Too long.", errors = new { topic = new[] { "Too long." } } });
        var dialog = await OpenAsync(Design);

        await dialog.Find("form").SubmitAsync();

        Assert.Contains("Too long.", dialog.Find(".mud-input-control:has(input[aria-invalid=true])").TextContent, StringComparison.Ordinal);
        Assert.Empty(dialog.FindAll(".form-error"));
    }

    [Fact]
    public async Task Asks_before_it_archives_and_restores_at_once()
    {
        ApiAnswer(200, new { });
        var dialog = await OpenAsync(Design);

        await dialog.FindAll("button").Single(b => b.TextContent == "Archive room…").ClickAsync(new());
        Assert.Empty(Acts);
        await dialog.FindAll("button").Single(b => b.TextContent == "Archive room").ClickAsync(new());
        Assert.Equal(("PATCH", "/chat/room/design", """{"archived":true}"""), Assert.Single(Acts));

        dialog = await OpenAsync(Design with { Archived = true });
        await dialog.FindAll("button").Single(b => b.TextContent == "Restore room").ClickAsync(new());
        Assert.Equal("""{"archived":false}""", Acts.Last().Body);
    }

    [Fact]
    public async Task Asks_before_it_deletes()
    {
        ApiAnswer(204);
        var dialog = await OpenAsync(Design);

        await dialog.FindAll("button").Single(b => b.TextContent == "Delete room…").ClickAsync(new());
        Assert.Empty(Acts);
        await dialog.FindAll("button").Single(b => b.TextContent == "Delete room").ClickAsync(new());

        Assert.Equal(("DELETE", "/chat/room/design", "null"), Assert.Single(Acts));
    }

    [Fact]
    public async Task Moderators_delete_no_room() =>
        Assert.Empty((await OpenAsync(Design with { Rights = new RoomRights(RoomKind.Public, RoomRole.Moderator) })).FindAll(".destructive"));

    [Fact]
    public async Task Everyones_first_room_stays() => Assert.Empty((await OpenAsync(Design with { IsDefault = true })).FindAll(".dialog-danger"));

    private Task<IRenderedComponent<MudDialogProvider>> OpenAsync(RoomState room) =>
        OpenAsync(new DialogParameters<RoomSettingsDialog> { { dialog => dialog.Room, room } });
}
