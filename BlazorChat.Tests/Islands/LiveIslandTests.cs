using BlazorChat.Tests.Features;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Conversation;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Islands;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace BlazorChat.Tests.Islands;

public sealed class LiveIslandTests : IslandTests
{
    [Fact]
    public async Task An_island_that_goes_before_the_browser_knows_of_it_ends_quietly()
    {
        var browser = new SlowBrowser();
        Services.AddScoped(_ => new LiveModule(browser));
        Render<RoomDialogs>(island => island.Add(i => i.Me, "me").Add(i => i.Shown, new RoomState(
            "general", "General", "", Archived: false, IsDefault: true, new RoomRights(RoomKind.Public, RoomRole.Member))));

        await DisposeComponentsAsync();
        browser.Loads();

        Assert.Same(browser.IsRidOfIt, await Task.WhenAny(browser.IsRidOfIt, Renderer.UnhandledException));
    }

    /// <summary>It takes its time to load the module; what it is handed must still be alive then.</summary>
    private sealed class SlowBrowser : IJSRuntime, IJSObjectReference
    {
        private readonly TaskCompletionSource loaded = new();
        private readonly TaskCompletionSource rid = new();

        public Task IsRidOfIt => rid.Task;

        public void Loads() => loaded.SetResult();

        async ValueTask<T> IJSRuntime.InvokeAsync<T>(string identifier, object?[]? args)
        {
            await loaded.Task;
            return (T)(object)this;
        }

        ValueTask<T> IJSRuntime.InvokeAsync<T>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            ((IJSRuntime)this).InvokeAsync<T>(identifier, args);

        ValueTask<T> IJSObjectReference.InvokeAsync<T>(string identifier, object?[]? args)
        {
            if (identifier == "unlisten")
                rid.SetResult();
            if (args?[0] is DotNetObjectReference<LiveIsland> island)
                Assert.NotNull(island.Value); // throws once it is disposed, as the real one does when it writes it down
            return ValueTask.FromResult(identifier == "listen" ? (T)(object)1 : default!);
        }

        ValueTask<T> IJSObjectReference.InvokeAsync<T>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            ((IJSObjectReference)this).InvokeAsync<T>(identifier, args);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
