using BlazorChat.Web.Conversation.Members;
using Bunit;
using MudBlazor;
using Xunit;

namespace BlazorChat.Tests.Conversation.Members;

public sealed class AddMemberDialogTests : DialogTests
{
    [Fact]
    public async Task Who_is_added_is_shown_as_a_member_and_the_focus_stays_in_the_dialog()
    {
        ApiAnswer(200, new { members = Array.Empty<object>(), users = new[] { new { user_id = "id-grace", username = "grace", status = "online" } } });
        var dialog = await OpenAsync(new DialogParameters<AddMemberDialog> { { d => d.RoomId, "design" } });

        var focused = Focused;
        await dialog.Find("[aria-label='Add grace']").ClickAsync(new());

        Assert.Equal(("PUT", "/chat/room/design/members/id-grace", """{"role":"member"}"""), Acts.Single());
        Assert.Equal("member", dialog.Find(".role").TextContent);
        Assert.Equal(focused + 1, Focused);
    }

    private int Focused => JSInterop.Invocations["Blazor._internal.domWrapper.focus"].Count;
}
