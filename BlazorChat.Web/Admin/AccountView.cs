using BlazorChat.Core.Presence;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Admin;

/// <summary>An account as administrators see it.</summary>
public sealed record AccountView
{
    public required string UserId { get; init; }

    public required string Username { get; init; }

    /// <summary>Their display name; null if they have only a username.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Their picture; null if they have none. Then their initials are shown.</summary>
    [ChatAddress]
    public string? AvatarUrl { get; init; }

    public string? Email { get; init; }

    public required SiteRole Role { get; init; }

    public required AccountState State { get; init; }

    /// <summary>Why they are banned.</summary>
    public string? BanReason { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>The newest valid session, Unix milliseconds.</summary>
    public long? SignedInAt { get; init; }

    /// <summary>The number of valid sessions.</summary>
    public required int Sessions { get; init; }

    /// <summary>The number of files in their messages.</summary>
    public int Files { get; init; }

    /// <summary>The size of these files.</summary>
    public long FileBytes { get; init; }

    public PresenceStatus Status { get; init; }
}

public enum SiteRole
{
    Member = 0,
    Administrator = 1,
}

public enum AccountState
{
    Active = 0,
    Deactivated = 1,
    Banned = 2,
}
