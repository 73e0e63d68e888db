using BlazorChat.Core.Users;

namespace BlazorChat.Web.Data;

/// <summary>
/// A sign-in of a browser or program, or an access token. Cookies and tokens only refer to it. It ends when it is deleted or
/// when the account's security stamp changes (for example by a new password), even if a cookie or token has not expired.
/// </summary>
public sealed class Session
{
    public const long Never = long.MaxValue;

    public string Id { get; init; } = "";

    public string UserId { get; init; } = "";

    /// <summary>The account's security stamp at sign-in.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; init; }

    /// <summary>
    /// When it expires, Unix milliseconds; a refresh moves it on. <see cref="Never"/> for some access tokens.
    /// </summary>
    public long ExpiresAt { get; set; }

    /// <summary>SHA-256 of the one valid refresh token; null for browsers.</summary>
    public byte[]? RefreshHash { get; set; }

    /// <summary>
    /// The browser or program that last used it, so that its owner recognises it: <c>Chrome on Linux</c>, <c>curl</c>.
    /// </summary>
    public string Device { get; set; } = "";

    /// <summary>The address from which it was last used.</summary>
    public string Address { get; set; } = "";

    /// <summary>When it was last used, Unix milliseconds, accurate to a few minutes.</summary>
    public long SeenAt { get; set; }

    /// <summary>The name that its owner gave an access token; null for sign-ins.</summary>
    public string? Name { get; init; }

    /// <summary>The scope of an access token; null for sign-ins, which have no limit.</summary>
    public TokenScope? Scope { get; init; }

    /// <summary>SHA-256 of an access token's secret; null for sign-ins.</summary>
    public byte[]? TokenHash { get; init; }
}
