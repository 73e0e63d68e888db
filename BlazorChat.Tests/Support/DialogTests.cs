using System.Text.Json;
using BlazorChat.Web.Islands;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace BlazorChat.Tests.Support;

/// <summary>A dialog on its own: what it asks the HTTP interface is recorded, and answered as the test says.</summary>
public abstract class DialogTests : IslandTests
{
    protected void ApiAnswer(int status, object? body = null) => Module.Setup<ApiAnswer?>("request", _ => true)
        .SetResult(new ApiAnswer(status, body is null ? null : JsonSerializer.SerializeToElement(body), null));

    /// <summary>What was asked, but for what dialogs ask when they open.</summary>
    protected IEnumerable<(string Method, string Url, string Body)> Acts => Module.Invocations["request"]
        .Select(request => ((string)request.Arguments[0]!, (string)request.Arguments[1]!, JsonSerializer.Serialize(request.Arguments[2])))
        .Where(request => request.Item1 != "GET");

    protected async Task<IRenderedComponent<MudDialogProvider>> OpenAsync<TDialog>(DialogParameters<TDialog> parameters)
        where TDialog : IComponent
    {
        var provider = Render<MudDialogProvider>();
        await provider.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ShowAsync<TDialog>("Dialog", parameters));
        return provider;
    }
}
