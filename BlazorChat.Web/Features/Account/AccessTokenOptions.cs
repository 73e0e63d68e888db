using System.ComponentModel.DataAnnotations;

namespace BlazorChat.Web.Features.Account;

/// <summary><c>Chat</c>, as far as it is about programs' tokens.</summary>
public sealed class AccessTokenOptions
{
    /// <summary>How long a program's access token serves, and so the longest a stream opened with it lasts. Minutes.</summary>
    [Range(1, 1440)]
    public int AccessTokenMinutes { get; init; } = 60;
}
