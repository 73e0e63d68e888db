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

    /// <summary>What they want to be called; null: by their username.</summary>
    public string? DisplayName { get; set; }

    public string StatusText { get; set; } = "";

    /// <summary>Of their picture; null: their initials stand for them.</summary>
    public string? AvatarHash { get; set; }

    /// <summary>The step of the last authenticator code that was accepted: each serves once.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>What others see.</summary>
    public string Name => DeletedAt is null ? UserName! : DeletedName;

    /// <summary>Forgets who this was and lets nobody in by it again; the name becomes free.</summary>
    public void Erase(long now)
    {
        DeletedAt = now;
        IsAdministrator = false;
        UserName = "deleted-" + Id;
        NormalizedUserName = UserName.ToUpperInvariant();
        Email = NormalizedEmail = PasswordHash = DisplayName = AvatarHash = null;
        StatusText = "";
        TwoFactorEnabled = false;
    }
}
