using Microsoft.AspNetCore.Identity;

namespace BlazorChat.Web.Data;

/// <summary>Someone with an account. Deleted accounts stay as nameless authors of what they wrote.</summary>
public sealed class ChatUser : IdentityUser
{
    public const string DeletedName = "deleted account";

    public bool IsAdministrator { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; init; }

    public long? DeletedAt { get; set; }

    /// <summary>Since when an administrator has put the account to rest, Unix milliseconds.</summary>
    public long? DeactivatedAt { get; set; }

    /// <summary>Since when the person is banned from the whole chat, Unix milliseconds.</summary>
    public long? BannedAt { get; set; }

    /// <summary>What administrators said about the ban. For administrators only.</summary>
    public string? BanReason { get; set; }

    /// <summary>
    /// Whether this account may sign in, be found, added and written to. What it wrote stays, whatever becomes of it.
    /// </summary>
    public bool IsActive => (DeletedAt ?? DeactivatedAt ?? BannedAt) is null;

    /// <summary>Their display name; null if they have only a username.</summary>
    public string? DisplayName { get; set; }

    public string StatusText { get; set; } = "";

    /// <summary>The hash of their picture; null if they have none. Pages then show initials.</summary>
    public string? AvatarHash { get; set; }

    /// <summary>The step of the last authenticator code that was accepted: each code works once.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>What others see.</summary>
    public string Name => DeletedAt is null ? UserName! : DeletedName;

    /// <summary>Forgets who this was and lets nobody in by it again; the name becomes free.</summary>
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
