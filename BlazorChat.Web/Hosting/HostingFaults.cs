namespace BlazorChat.Web.Hosting;

/// <summary>Checks the settings about where the chat is reached.</summary>
internal sealed class HostingFaults : OptionsFaults<HostingOptions>
{
    protected override IEnumerable<string> Find(HostingOptions options) =>
        [.. WrongProxies(options.TrustedProxies), .. WrongOrigins(options.AllowedOrigins), .. WrongAddresses(options)];

    private static IEnumerable<string> WrongProxies(string[] proxies) => proxies
        .Select((proxy, n) => Proxies.Parse(proxy) is null
            ? $"{ChatOptions.Section}:TrustedProxies:{n}: '{proxy}' is neither an IP address nor a network."
            : null)
        .OfType<string>();

    private static IEnumerable<string> WrongOrigins(string[] origins) => origins
        .Select((origin, n) => AllowedOrigins.Parse(origin) is null
            ? $"{ChatOptions.Section}:AllowedOrigins:{n}: '{origin}' is to be one origin as https://app.example.org: scheme, host and perhaps a port, without a path, a slash at the end, or '*'."
            : null)
        .OfType<string>();

    private static IEnumerable<string> WrongAddresses(HostingOptions options)
    {
        if (!ChatPath.Valid().IsMatch(options.PathBase))
            yield return $"{ChatOptions.Section}:PathBase: '{options.PathBase}' is to be a path as /chat-app: with a slash in front, none at the end, of letters, digits, '-', '_', '.' and '~'.";
        if (options.PublicUrl is not { } url)
            yield break;
        if (url is not { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" })
            yield return $"{ChatOptions.Section}:PublicUrl: is to be an address as https://chat.example.org.";
        else if (url.AbsolutePath.TrimEnd('/') is { Length: > 0 } path && path != options.PathBase)
            yield return $"{ChatOptions.Section}:PublicUrl: its path is '{path}'; set {ChatOptions.Section}:PathBase to '{path}' to serve the chat there, or leave the path out.";
    }
}
