using System.Text.Json;
using BlazorChat.Web.Features.Direct;
using BlazorChat.Web.Islands;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Xunit;

namespace BlazorChat.Tests.Features.Direct;

public sealed class NewDirectDialogTests : IslandTests
{
    [Fact]
    public async Task Offers_everybody_but_myself()
    {
        var dialog = await OpenAsync(new { users = new[] { Person("ada"), Person("me") } });

        Assert.Equal("ada", Assert.Single(dialog.FindAll(".member-name")).TextContent);
    }

    [Fact]
    public async Task Choosing_someone_leads_into_the_room_of_us_two()
    {
        var dialog = await OpenAsync(new { users = new[] { Person("ada") }, id = "direct-1" });

        await dialog.Find("[aria-label='Message ada']").ClickAsync(new());

        Assert.Equal("direct-1", Assert.Single(Module.Invocations["goToRoom"]).Arguments[0]);
    }

    private static object Person(string name) => new { user_id = "id-" + name, username = name, status = "online" };

    private async Task<IRenderedComponent<MudDialogProvider>> OpenAsync(object answer)
    {
        Module.Setup<ApiAnswer?>("request", _ => true).SetResult(new ApiAnswer(200, JsonSerializer.SerializeToElement(answer), null));
        var provider = Render<MudDialogProvider>();
        await provider.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ShowAsync<NewDirectDialog>(
            "New message", new DialogParameters<NewDirectDialog> { { dialog => dialog.Me, "id-me" } }));
        return provider;
    }
}
