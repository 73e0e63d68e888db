namespace BlazorChat.Core.Users;

/// <summary>The scope of an access token. Each one includes those before it. Stored as a number.</summary>
public enum TokenScope
{
    /// <summary>Reading and listening.</summary>
    Read = 0,

    /// <summary>Everything that people do in the chat.</summary>
    Write = 1,

    /// <summary>What its owner may do as an administrator, too.</summary>
    Admin = 2,
}
