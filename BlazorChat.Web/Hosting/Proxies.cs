using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// Accepts the client's address and scheme from proxies that the configuration names. Nobody else is trusted, so nobody can
/// get around a limit by claiming another address.
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
            // As many proxies as there are in a row: the first address that is not trusted is the client.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in trusted.Select(Parse))
            options.KnownIPNetworks.Add(network!.Value);
        app.UseForwardedHeaders(options);
    }

    /// <returns>A network, or a single address as a network; null if the text is neither.</returns>
    public static IPNetwork? Parse(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
