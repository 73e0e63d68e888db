using System.ComponentModel.DataAnnotations;

namespace BlazorChat.Web.Hosting;

/// <summary><c>Chat</c>, as far as it is about where the chat lies and how it is reached.</summary>
public sealed class HostingOptions
{
    /// <summary>Database, files and keys: all that must be backed up. Relative to the program's folder.</summary>
    [Required]
    public string DataDirectory { get; init; } = "data";

    /// <summary>
    /// The proxies in front of the chat, by address or network (<c>10.0.0.0/8</c>): only they are believed what they say
    /// about where a request came from.
    /// </summary>
    public string[] TrustedProxies { get; init; } = [];

    /// <summary>Where people reach the chat, <c>https://chat.example.org</c>: what links in mails and invites begin with.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The path of its host below which the chat is, <c>/chat-app</c>; empty: it has the host to itself.</summary>
    public string PathBase { get; init; } = "";
}
