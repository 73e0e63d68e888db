using System.Text.Json;
using BlazorChat.Web.Conversation.Rooms;
using BlazorChat.Web.Islands;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Xunit;

namespace BlazorChat.Tests.Conversation.Rooms;

public sealed class CreateRoomDialogTests : IslandTests
{
    [Fact]
    public async Task Says_next_to_the_field_what_is_wrong_with_it()
    {
        ApiAnswer(400, new { detail = "Give the room a name.", errors = new { name = new[] { "Give the room a name." } } });
        var dialog = await OpenAsync("");

        await dialog.Find("form").SubmitAsync();

        Assert.Contains("Give the room a name.", dialog.Find(".mud-input-control:has(input[aria-invalid=true])").TextContent, StringComparison.Ordinal);
        Assert.Empty(dialog.FindAll(".form-error"));
    }

    [Fact]
    public async Task Says_what_no_field_is_to_blame_for()
    {
        ApiAnswer(503, new { detail = "It cannot be stored just now." });
        var dialog = await OpenAsync("Design");

        await dialog.Find("form").SubmitAsync();

        Assert.Equal("It cannot be stored just now.", dialog.Find(".form-error").TextContent);
    }

    [Fact]
    public async Task Leads_into_the_new_room()
    {
        ApiAnswer(201, new { id = "design", name = "Design", topic = "", kind = "public", last_message_at = (long?)null, archived = false });
        var dialog = await OpenAsync("Design");

        await dialog.Find("form").SubmitAsync();

        Assert.Equal("design", Assert.Single(Module.Invocations["goToRoom"]).Arguments[0]);
    }

    // The second press comes before the button is drawn disabled, or while the dialog is closing.
    [Fact]
    public async Task Makes_one_room_however_often_it_is_pressed()
    {
        var request = Module.Setup<ApiAnswer?>("request", _ => true);
        var dialog = await OpenAsync("Design");
        var form = dialog.Find("form");

        var first = form.SubmitAsync();
        await form.SubmitAsync();
        request.SetResult(new ApiAnswer(201, JsonSerializer.SerializeToElement(new { id = "design", name = "Design", topic = "", kind = "private" }), null));
        await first;

        Assert.Single(Module.Invocations["request"]);
    }

    private void ApiAnswer(int status, object body) =>
        Module.Setup<ApiAnswer?>("request", _ => true).SetResult(new ApiAnswer(status, JsonSerializer.SerializeToElement(body), null));

    private async Task<IRenderedComponent<MudDialogProvider>> OpenAsync(string name)
    {
        var provider = Render<MudDialogProvider>();
        await provider.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ShowAsync<CreateRoomDialog>(
            "New room", new DialogParameters<CreateRoomDialog> { { dialog => dialog.Name, name } }));
        return provider;
    }
}
