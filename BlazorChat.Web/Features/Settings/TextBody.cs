using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Http.Metadata;

namespace BlazorChat.Web.Features.Settings;

/// <summary>How long a body with the text of a message may be: as long as the longest text that is allowed now, however its JSON is written.</summary>
internal sealed class TextBody(RunTimeSettings settings) : IRequestSizeLimitMetadata
{
    // An emoji, escaped: \ud83d\ude00.
    private const int MostBytesOfOne = 12;

    private const int BesideText = 16 * 1024;

    public long? MaxRequestBodySize => Math.Max(Startup.MaxBodyBytes, ((long)MostBytesOfOne * settings.Current.MessageLength) + BesideText);
}

internal static class TextBodies
{
    /// <param name="endpoint">Takes the text of a message.</param>
    /// <param name="routes">To which it belongs.</param>
    public static RouteHandlerBuilder TakesText(this RouteHandlerBuilder endpoint, IEndpointRouteBuilder routes) =>
        endpoint.WithMetadata(new TextBody(routes.ServiceProvider.GetRequiredService<RunTimeSettings>()));
}
