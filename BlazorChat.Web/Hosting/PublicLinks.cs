using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// Addresses of this chat that people pass on. They begin with the configured address, not with the host name of a request.
/// </summary>
public sealed class PublicLinks(IOptions<HostingOptions> options)
{
    /// <summary>For mails, which are sent only if an address is configured.</summary>
    /// <param name="address">Relative to the chat's root.</param>
    public string To(string address) => new Uri(options.Value.PublicUrl!, $"{options.Value.PathBase}/{address}").AbsoluteUri;

    /// <param name="address">Relative to the chat's root.</param>
    /// <param name="here">
    /// The caller's address of the chat, with a slash at the end; used if no address is configured.
    /// </param>
    public string To(string address, Uri here) =>
        options.Value.PublicUrl is null ? new Uri(here, address).AbsoluteUri : To(address);

    public string To(string address, HttpRequest request) =>
        To(address, new Uri($"{request.Scheme}://{request.Host}{request.PathBase}/"));
}
