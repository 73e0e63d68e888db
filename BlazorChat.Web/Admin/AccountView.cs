using BlazorChat.Core.Presence;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Admin;

/// <summary>Someone as administrators see them.</summary>
public sealed record AccountView
{
    public required string UserId { get; init; }

    public required string Username { get; init; }

    /// <summary>Their display name; null if they have only a username.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Their picture; null: initials stand for them.</summary>
    [ChatAddress]
    public string? AvatarUrl { get; init; }

    public string? Email { get; init; }

    public required SiteRole Role { get; init; }

    public required AccountState State { get; init; }

    /// <summary>Why they are banned.</summary>
    public string? BanReason { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>The newest sign-in that is still good, Unix milliseconds.</summary>
    public long? SignedInAt { get; init; }

    /// <summary>How many sign-ins are good now.</summary>
    public required int Sessions { get; init; }

    /// <summary>How many they share in messages.</summary>
    public int Files { get; init; }

    /// <summary>What these take.</summary>
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
