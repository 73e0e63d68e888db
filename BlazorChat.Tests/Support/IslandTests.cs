using BlazorChat.Web.Islands;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace BlazorChat.Tests.Support;

/// <summary>An island on its own: live events are handed to it, and the browser answers nothing.</summary>
public abstract class IslandTests : BunitContext
{
    protected IslandTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddScoped<LiveModule>();
        Services.AddSingleton<TimeProvider>(Clock);
        Module = JSInterop.SetupModule("./js/islands.js");
        Module.Mode = JSRuntimeMode.Loose;
    }

    protected FakeTimeProvider Clock { get; } = new();

    protected BunitJSModuleInterop Module { get; }

    protected static Task TellAsync<T>(IRenderedComponent<T> island, string name, string json) where T : LiveIsland =>
        island.Instance.OnLiveEvent(name, json);
}
