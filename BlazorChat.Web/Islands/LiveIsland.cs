using System.Text.Json;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BlazorChat.Web.Islands;

/// <summary>
/// A part of the chat page that has a circuit. Its first state comes as parameters; the page's one live stream tells it what
/// changes. Enhanced navigation keeps it and gives it new parameters.
/// </summary>
public abstract class LiveIsland : ComponentBase, IAsyncDisposable
{
    private DotNetObjectReference<LiveIsland>? self;
    private int? listening;
    private int beginnings;
    private bool isDisposed;

    [Inject]
    protected LiveModule Live { get; set; } = default!;

    /// <summary>The names of the events that it needs.</summary>
    protected abstract string[] Events { get; }

    /// <summary>The room whose events it needs; null for those of any.</summary>
    protected virtual string? Room => null;

    [JSInvokable]
    public Task OnLiveEvent(string name, string json) => InvokeAsync(async () =>
    {
        if (isDisposed)
            return;
        using var data = JsonDocument.Parse(string.IsNullOrEmpty(json) ? "null" : json);
        if (await OnEventAsync(name, data.RootElement))
            StateHasChanged();
    });

    public async ValueTask DisposeAsync()
    {
        isDisposed = true;
        await EndAsync();
        GC.SuppressFinalize(this);
    }

    /// <returns>Whether the island must be rendered again.</returns>
    protected abstract Task<bool> OnEventAsync(string name, JsonElement data);

    protected static T Read<T>(JsonElement data) => data.Deserialize<T>(ChatJson.Options)!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        beginnings++;
        listening = await Live.ListenAsync(self ??= DotNetObjectReference.Create(this), Events, Room);
        beginnings--;
        if (isDisposed)
            await EndAsync();
        else
            await OnListeningAsync();
    }

    /// <summary>From now on it is told.</summary>
    protected virtual Task OnListeningAsync() => Task.CompletedTask;

    // The island must stay until the browser has been told of it. Otherwise a quick navigation would end the circuit.
    private async Task EndAsync()
    {
        await StopAsync();
        if (beginnings == 0)
            self?.Dispose();
    }

    private async Task StopAsync()
    {
        if (listening is not { } handle)
            return;
        listening = null;
        await Live.StopAsync(handle);
    }
}
