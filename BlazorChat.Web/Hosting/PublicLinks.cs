using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Hosting;

/// <summary>Addresses of this chat that people hand on: what is configured counts, not what a request calls this host.</summary>
public sealed class PublicLinks(IOptions<HostingOptions> options)
{
    /// <summary>For letters, which are sent only where an address is configured.</summary>
    /// <param name="address">Relative to where the chat is.</param>
    public string To(string address) => new Uri(options.Value.PublicUrl!, $"{options.Value.PathBase}/{address}").AbsoluteUri;

    /// <param name="address">Relative to where the chat is.</param>
    /// <param name="here">Where the one who asks sees the chat, with a slash at the end; counts where nothing is configured.</param>
    public string To(string address, Uri here) =>
        options.Value.PublicUrl is null ? new Uri(here, address).AbsoluteUri : To(address);

    public string To(string address, HttpRequest request) =>
        To(address, new Uri($"{request.Scheme}://{request.Host}{request.PathBase}/"));
}
