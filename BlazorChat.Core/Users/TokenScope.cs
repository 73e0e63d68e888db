namespace BlazorChat.Core.Users;

/// <summary>The scope of an access token. Each one includes those before it. Stored as a number.</summary>
public enum TokenScope
{
    /// <summary>Reading and receiving events.</summary>
    Read = 0,

    /// <summary>Everything that people do in the chat.</summary>
    Write = 1,

    /// <summary>Also what its owner may do as an administrator.</summary>
    Admin = 2,
}
