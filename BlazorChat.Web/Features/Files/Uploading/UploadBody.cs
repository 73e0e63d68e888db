using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>Limits for requests that carry a file: their bodies may be long, but must not be too slow.</summary>
internal static class UploadBody
{
    private const double SlowestBytesPerSecond = 2 * 1024;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>The code that reads the body counts its bytes.</summary>
    public static void Expect(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        // HTTP/2 has one rate limit for a whole connection, from the configuration.
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate && HttpProtocol.IsHttp11(http.Request.Protocol))
            rate.MinDataRate = new MinDataRate(SlowestBytesPerSecond, Grace);
    }
}
