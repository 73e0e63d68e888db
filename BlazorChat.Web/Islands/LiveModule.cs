using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BlazorChat.Web.Islands;

/// <summary>
/// The page's live module, as the islands of one circuit use it: events come from the browser's one stream, writes go
/// through the HTTP interface like everybody's.
/// </summary>
public sealed class LiveModule(IJSRuntime js) : IAsyncDisposable
{
    private Task<IJSObjectReference>? module;

    /// <summary>Begins to call the island's <c>OnLiveEvent</c>, with what came since the page was drawn.</summary>
    /// <param name="island">The one that listens.</param>
    /// <param name="room">Only what concerns this room; null: everything.</param>
    /// <returns>What <see cref="StopAsync"/> takes; null if the browser is gone.</returns>
    internal Task<int?> ListenAsync<TIsland>(DotNetObjectReference<TIsland> island, string? room) where TIsland : class =>
        InvokeAsync<int?>("listen", island, room);

    internal Task StopAsync(int handle) => InvokeAsync<object?>("unlisten", handle);

    /// <summary>Asks the chat's own HTTP interface, as the person in front of the browser.</summary>
    public async Task<ApiAnswer> RequestAsync(HttpMethod method, string url, object? body = null) =>
        await InvokeAsync<ApiAnswer?>("request", method.Method, url, body) ?? ApiAnswer.Unreachable;

    /// <summary>Puts a text on the reader's clipboard.</summary>
    /// <returns>Whether the browser allowed it.</returns>
    public Task<bool> CopyAsync(string text) => InvokeAsync<bool>("copy", text);

    /// <summary>Puts the focus on an element, unless it is gone by then: its dialog may have been closed meanwhile.</summary>
    public static Task FocusAsync(ElementReference element) => IgnoringDisconnectAsync(async () =>
    {
        try
        {
            await element.FocusAsync();
        }
        catch (JSException)
        {
            // The focus goes back to what opened the dialog.
        }
    });

    /// <summary>Where on the page the menu of a room's row belongs, in pixels.</summary>
    internal async Task<(double X, double Y)> PlaceOfMenuAsync(string roomId) =>
        await InvokeAsync<double[]?>("placeOfMenu", roomId) is [var x, var y] ? (x, y) : (0, 0);

    internal Task FocusFirstChoiceAsync() => InvokeAsync<object?>("focusFirstChoice");

    /// <summary>Gives the focus back to the button that opened it.</summary>
    internal Task FocusMenuAsync(string roomId) => InvokeAsync<object?>("focusMenu", roomId);

    public async ValueTask DisposeAsync()
    {
        if (module is { IsCompletedSuccessfully: true })
            await IgnoringDisconnectAsync(async () => await (await module).DisposeAsync());
    }

    private async Task<T?> InvokeAsync<T>(string function, params object?[] arguments)
    {
        T? result = default;
        await IgnoringDisconnectAsync(async () =>
        {
            if (module is null or { IsCanceled: true } or { IsFaulted: true })
                module = js.InvokeAsync<IJSObjectReference>("import", "./js/islands.js").AsTask();
            if (await module is { } islands)
                result = await islands.InvokeAsync<T>(function, arguments);
        });
        return result;
    }

    // A browser that goes away in the middle of a call is nobody's error.
    private static async Task IgnoringDisconnectAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is JSDisconnectedException or TaskCanceledException)
        {
        }
    }
}
