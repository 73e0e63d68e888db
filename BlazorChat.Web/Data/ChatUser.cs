using Microsoft.AspNetCore.Identity;

namespace BlazorChat.Web.Data;

/// <summary>A person's account. A deleted account stays as the nameless author of its messages.</summary>
public sealed class ChatUser : IdentityUser
{
    public const string DeletedName = "deleted account";

    public bool IsAdministrator { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; init; }

    public long? DeletedAt { get; set; }

    /// <summary>When an administrator deactivated the account, Unix milliseconds.</summary>
    public long? DeactivatedAt { get; set; }

    /// <summary>When the person was banned from the whole chat, Unix milliseconds.</summary>
    public long? BannedAt { get; set; }

    /// <summary>Why they were banned. Only administrators see it.</summary>
    public string? BanReason { get; set; }

    /// <summary>
    /// Whether this account may sign in, be found, be added to rooms and be written to. Its messages stay in any case.
    /// </summary>
    public bool IsActive => (DeletedAt ?? DeactivatedAt ?? BannedAt) is null;

    /// <summary>Their display name; null if they have only a username.</summary>
    public string? DisplayName { get; set; }

    public string StatusText { get; set; } = "";

    /// <summary>The hash of their picture; null if they have none. Then their initials are shown.</summary>
    public string? AvatarHash { get; set; }

    /// <summary>The step of the last authenticator code that was accepted: each code works once.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>The name that others see.</summary>
    public string Name => DeletedAt is null ? UserName! : DeletedName;

    /// <summary>Removes everything personal and ends all access; the username becomes free.</summary>
    public void Erase(long now)
    {
        DeletedAt = now;
        IsAdministrator = false;
        BanReason = null;
        UserName = "deleted-" + Id;
        NormalizedUserName = UserName.ToUpperInvariant();
        Email = NormalizedEmail = PasswordHash = DisplayName = AvatarHash = null;
        StatusText = "";
        TwoFactorEnabled = false;
    }
}
