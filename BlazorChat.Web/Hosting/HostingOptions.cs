using System.ComponentModel.DataAnnotations;

namespace BlazorChat.Web.Hosting;

/// <summary>The settings of <c>Chat</c> about where its data are and how it is reached.</summary>
public sealed class HostingOptions
{
    /// <summary>
    /// The folder for database, files and keys: everything that must be backed up. Relative to the program's folder.
    /// </summary>
    [Required]
    public string DataDirectory { get; init; } = "data";

    /// <summary>
    /// The proxies in front of the chat, by address or network (<c>10.0.0.0/8</c>). Only these are trusted to say where a
    /// request came from.
    /// </summary>
    public string[] TrustedProxies { get; init; } = [];

    /// <summary>
    /// Origins of other pages (<c>https://app.example.org</c>) that may use the HTTP interface with a bearer token, never with
    /// a cookie.
    /// </summary>
    public string[] AllowedOrigins { get; init; } = [];

    /// <summary>
    /// The public address of the chat, <c>https://chat.example.org</c>. Links in mails and invites begin with it.
    /// </summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The path of its host that the chat is served under, <c>/chat-app</c>; empty if the host is its own.</summary>
    public string PathBase { get; init; } = "";

    /// <summary>
    /// How long the chat serves after SIGTERM while it says that it is not ready. Seconds; null: 5 in a container, else 0.
    /// </summary>
    [Range(0, 3600)]
    public int? DrainSeconds { get; init; }
}
