namespace BlazorChat.Tests.Safety;

/// <summary>Who asks: the columns of the tables.</summary>
public enum Who
{
    /// <summary>Not signed in.</summary>
    Nobody,

    /// <summary>Signed in, and never a member of the room.</summary>
    Stranger,

    /// <summary>Was a member and was removed.</summary>
    Former,

    /// <summary>A member whom a moderator has muted.</summary>
    Muted,
    Member,
    Moderator,
    Owner,

    /// <summary>Of the whole chat; no member of the room.</summary>
    Administrator,

    /// <summary>Still shows the token and the cookie of before.</summary>
    Deactivated,
}
