using BlazorChat.Web.Conversation.Rooms;
using BlazorChat.Web.Features.People;
using Bunit;

namespace BlazorChat.Tests.Conversation.Rooms;

public sealed class OwnCornerTests : BunitContext
{
    [Fact]
    public void One_button_has_my_face_my_name_and_my_status_and_opens_the_menu()
    {
        var corner = Draw();
        var button = corner.Find(".me-button");

        Assert.Equal("own-menu", button.GetAttribute("popovertarget"));
        Assert.NotNull(button.QuerySelector(".avatar"));
        Assert.Equal("Ada Lovelace", button.QuerySelector(".me-name")!.TextContent);
        Assert.Equal("Counting", button.QuerySelector(".me-status")!.TextContent);
        Assert.Contains("@ada", corner.Find("#own-menu").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_menu_is_plain_links_and_forms_that_serve_without_a_circuit()
    {
        var menu = Draw().Find("#own-menu");
        var signOut = menu.QuerySelector("form[action='account/logout']")!;

        Assert.Equal("post", signOut.GetAttribute("method"));
        Assert.NotNull(signOut.QuerySelector("button[type=submit]"));
        Assert.NotNull(menu.QuerySelector("a[href='account/manage']"));
        Assert.Equal(3, menu.QuerySelectorAll("input[name=theme]").Length);
    }

    [Fact]
    public void Only_administrators_are_led_to_the_administration()
    {
        Assert.Empty(Draw().FindAll("a[href='admin']"));
        Assert.NotNull(Draw(isAdministrator: true).Find("a[href='admin']"));
    }

    private IRenderedComponent<OwnCorner> Draw(bool isAdministrator = false) => Render<OwnCorner>(corner => corner
        .Add(c => c.Profile, new ProfileView("id-ada", "ada", "Ada Lovelace", "Counting", null))
        .Add(c => c.IsAdministrator, isAdministrator));
}
