using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace BlazorChat.Web.Hosting;

/// <summary>Where this machine reaches the chat, as its configuration says. The chat need not run.</summary>
/// <param name="Url">The root of the chat, with a slash at the end.</param>
/// <param name="Socket">The Unix socket to connect to; null for TCP.</param>
/// <param name="Host">The host to name in requests, if the chat accepts only some (<c>AllowedHosts</c>); null for any.</param>
internal sealed record LocalAddress(Uri Url, string? Socket, string? Host)
{
    /// <exception cref="CannotStartException">The port is not known before the chat has started.</exception>
    public static LocalAddress Of(IConfiguration configuration)
    {
        // Without TLS if there is a choice.
        var bound = ListeningAddress.Bound(configuration).Select(BindingAddress.Parse).OrderBy(one => one.Scheme, StringComparer.Ordinal).First();
        var path = configuration[$"{ChatOptions.Section}:{nameof(HostingOptions.PathBase)}"];
        if (bound.IsUnixPipe)
            return new LocalAddress(new Uri($"{bound.Scheme}://localhost{path}/"), bound.UnixPipePath, HostOf(configuration));
        return bound.Port == 0
            ? throw new CannotStartException("The chat listens on a port that the system chooses, so it cannot be asked: name a port.")
            : new LocalAddress(new Uri($"{bound.Scheme}://{NearestHost(bound.Host)}:{bound.Port}{path}/"), null, HostOf(configuration));
    }

    /// <summary>An HTTP client for it.</summary>
    public HttpClient NewHttp()
    {
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
#pragma warning disable CA5359 // The certificate is for the chat's name outside, and no secret is sent.
        handler.SslOptions.RemoteCertificateValidationCallback = delegate { return true; };
#pragma warning restore CA5359
        if (Socket is not null)
            handler.ConnectCallback = ConnectAsync;
        var http = new HttpClient(handler) { BaseAddress = Url };
        http.DefaultRequestHeaders.Host = Host;
        return http;
    }

    // Kestrel listens on all addresses for every name that is neither an address nor localhost.
    private static string NearestHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? host
        : !IPAddress.TryParse(host, out var address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) ? "127.0.0.1"
        : host;

    private static string? HostOf(IConfiguration configuration) =>
        configuration["AllowedHosts"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, ..] hosts
        && !hosts.Contains("*") ? first.Replace("*", "health", StringComparison.Ordinal) : null;

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket!), ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
