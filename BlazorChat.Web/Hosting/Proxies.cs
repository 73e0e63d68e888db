using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// Takes from proxies that are named in the configuration what they say about the other end: its address and whether it
/// speaks HTTPS. Nobody else is believed, so nobody gets around a limit by naming another address.
/// </summary>
internal static class Proxies
{
    public static void UseTrustedProxies(this WebApplication app)
    {
        var trusted = app.Services.GetRequiredService<IOptions<HostingOptions>>().Value.TrustedProxies;
        if (trusted.Length == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // As many as there are in a row: the first that is not trusted is the other end.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in trusted.Select(Parse))
            options.KnownIPNetworks.Add(network!.Value);
        app.UseForwardedHeaders(options);
    }

    /// <returns>A network, or a single address as one; null if it is neither.</returns>
    public static IPNetwork? Parse(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
