using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BlazorChat.Web.Islands;

/// <summary>
/// The page's live module for the islands of one circuit. Events come from the browser's one stream; writes go through the
/// HTTP API, as for every client.
/// </summary>
public sealed class LiveModule(IJSRuntime js) : IAsyncDisposable
{
    private Task<IJSObjectReference>? module;

    /// <summary>
    /// Starts calling the island's <c>OnLiveEvent</c>.
    /// </summary>
    /// <param name="island">The island that listens.</param>
    /// <param name="events">The names of the events it wants.</param>
    /// <param name="room">Only events that concern this room; null for all.</param>
    /// <returns>A handle for <see cref="StopAsync"/>; null if the browser is gone.</returns>
    internal Task<int?> ListenAsync<TIsland>(DotNetObjectReference<TIsland> island, string[] events, string? room) where TIsland : class =>
        InvokeAsync<int?>("listen", island, events, room);

    internal Task StopAsync(int handle) => InvokeAsync<object?>("unlisten", handle);

    /// <summary>Sends a request to the chat's own HTTP API, as the signed-in user.</summary>
    public async Task<ApiAnswer> RequestAsync(HttpMethod method, string url, object? body = null) =>
        await InvokeAsync<ApiAnswer?>("request", method.Method, url, body) ?? ApiAnswer.Unreachable;

    /// <summary>Copies a text to the user's clipboard.</summary>
    /// <returns>Whether the browser allowed it.</returns>
    public Task<bool> CopyAsync(string text) => InvokeAsync<bool>("copy", text);

    /// <summary>Says in a line that goes away by itself what came of something.</summary>
    internal Task SayAsync(string text) => InvokeAsync<object?>("say", text);

    /// <summary>Goes to a room, where one can write at once.</summary>
    internal Task GoToRoomAsync(string roomId) => InvokeAsync<object?>("goToRoom", roomId);

    /// <summary>Moves the focus to an element, unless it is gone: its dialog may have been closed meanwhile.</summary>
    public static Task FocusAsync(ElementReference element) => IgnoringDisconnectAsync(async () =>
    {
        try
        {
            await element.FocusAsync();
        }
        catch (JSException)
        {
            // The focus returns to the element that opened the dialog.
        }
    });

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

    // A browser that disconnects during a call is not an error.
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
