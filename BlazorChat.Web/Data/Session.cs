namespace BlazorChat.Web.Data;

/// <summary>
/// One sign-in, by browser or program. Cookies and tokens only point at it: it ends when it is deleted or when the
/// account's security stamp moves on (a changed password), whatever they still claim.
/// </summary>
public sealed class Session
{
    public string Id { get; init; } = "";

    public string UserId { get; init; } = "";

    /// <summary>The account's security stamp at sign-in.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; init; }

    /// <summary>Unix milliseconds; moves on when a refresh token is used.</summary>
    public long ExpiresAt { get; set; }

    /// <summary>SHA-256 of the one refresh token that is good; null for browsers.</summary>
    public byte[]? RefreshHash { get; set; }
}
