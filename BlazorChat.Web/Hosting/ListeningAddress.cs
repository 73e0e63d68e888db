using Microsoft.AspNetCore.Http;

namespace BlazorChat.Web.Hosting;

/// <summary>Where the chat listens: where the configuration says, otherwise on this machine only.</summary>
internal static class ListeningAddress
{
    private const string Default = "http://localhost:5080";

    // A default in appsettings.json would override the environment, and so the ports that container images set.
    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        if (!IsConfigured(builder.Configuration))
            builder.WebHost.UseUrls(Default);
    }

    /// <summary>
    /// Checks the addresses. Kestrel would take "http://127.0.0.1:x" as port 80 of all addresses of the machine.
    /// </summary>
    /// <exception cref="CannotStartException">An address is invalid.</exception>
    public static void CheckAddresses(this WebApplicationBuilder builder)
    {
        foreach (var (setting, address) in Addresses(builder.Configuration))
            if (!IsAddress(address))
                throw new CannotStartException($"{setting}: the chat cannot listen on '{address}'. Say where as in --urls http://localhost:5080.");
    }

    private static (string Setting, string Address)[] Addresses(IConfiguration configuration) =>
        [.. Urls(configuration), .. Ports(configuration), .. Endpoints(configuration)];

    private static (string Setting, string Address)[] Urls(IConfiguration configuration) =>
        [.. List(configuration, WebHostDefaults.ServerUrlsKey).Select(url => ("--urls (Urls, ASPNETCORE_URLS)", url))];

    private static (string Setting, string Address)[] Ports(IConfiguration configuration) =>
    [
        .. List(configuration, WebHostDefaults.HttpPortsKey).Select(port => ("ASPNETCORE_HTTP_PORTS", $"http://*:{port}")),
        .. List(configuration, WebHostDefaults.HttpsPortsKey).Select(port => ("ASPNETCORE_HTTPS_PORTS", $"https://*:{port}")),
    ];

    private static (string Setting, string Address)[] Endpoints(IConfiguration configuration) =>
        [.. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => ($"{endpoint.Path}:Url", endpoint["Url"] ?? ""))];

    /// <summary>The addresses that Kestrel listens on: endpoints override Urls, and Urls override ports.</summary>
    internal static string[] Bound(IConfiguration configuration) =>
        new[] { Endpoints(configuration), Urls(configuration), Ports(configuration) }
            .FirstOrDefault(way => way.Length > 0)?.Select(one => one.Address).ToArray() ?? [Default];

    private static string[] List(IConfiguration configuration, string setting) =>
        configuration[setting]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool IsAddress(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            return parsed is { Scheme: "http" or "https", PathBase: "" }
                && (parsed.IsUnixPipe || parsed.IsNamedPipe || parsed.Port is >= 0 and <= 65535 && HasNoPort(parsed.Host));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // If the part after the colon is not a number, it stays with the host.
    private static bool HasNoPort(string host) => !host.Contains(':', StringComparison.Ordinal) || host.EndsWith(']');

    /// <summary>Whether one of ASP.NET Core's own settings says where to listen.</summary>
    internal static bool IsConfigured(IConfiguration configuration) => Addresses(configuration).Length > 0;
}
