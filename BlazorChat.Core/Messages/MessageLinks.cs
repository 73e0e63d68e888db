using System.Security.Cryptography;
using System.Text;
using BlazorChat.Core.Formatting;

namespace BlazorChat.Core.Messages;

/// <summary>A link in a text to another site, which may have a preview.</summary>
/// <param name="Url">As it was written.</param>
/// <param name="Address">What is fetched: without the part after <c>#</c>.</param>
/// <param name="Key">The SHA-256 of that address, 64 hexadecimal digits. Links with the same key lead to the same page.</param>
public sealed record MessageLink(string Url, Uri Address, string Key)
{
    /// <summary>The longest address that has a preview, in characters.</summary>
    public const int MaxLength = 2000;

    /// <returns>Null if nobody would fetch that address: no web page, a name and password in it, or very long.</returns>
    public static MessageLink? Parse(string url)
    {
        if (url.Length > MaxLength || !Uri.TryCreate(url, UriKind.Absolute, out var written) || written.Scheme is not ("http" or "https") ||
            written.Host.Length == 0 || written.UserInfo.Length > 0)
            return null;
        var address = new Uri(written.GetLeftPart(UriPartial.Query));
        return address.AbsoluteUri.Length > MaxLength ? null
            : new MessageLink(url, address, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri))));
    }
}

/// <summary>Finds the links of a text that may have previews.</summary>
public static class MessageLinks
{
    /// <summary>How many links of a message have a preview.</summary>
    public const int Most = 3;

    /// <summary>Whether a text can have one at all.</summary>
    public static bool MayBeIn(string text) => text.Contains("://", StringComparison.Ordinal);

    /// <returns>The first ones in their order, each once.</returns>
    public static IReadOnlyList<MessageLink> In(Formatted text) =>
        [.. text.Links.Select(MessageLink.Parse).OfType<MessageLink>().DistinctBy(link => link.Key).Take(Most)];
}
