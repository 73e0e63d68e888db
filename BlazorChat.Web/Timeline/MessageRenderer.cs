using BlazorChat.Web.Features.Messages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BlazorChat.Web.Timeline;

/// <summary>Renders a new message once for all readers, with the component that also draws the page.</summary>
public sealed class MessageRenderer(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    public async Task<string> RenderAsync(MessageView message)
    {
        // A renderer keeps every component that it has rendered. One renderer per message costs microseconds and leaks
        // nothing.
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?> { [nameof(MessageItem.Message)] = message });
        return await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<MessageItem>(parameters)).ToHtmlString());
    }
}
