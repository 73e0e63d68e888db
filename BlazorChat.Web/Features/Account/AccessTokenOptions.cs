using System.ComponentModel.DataAnnotations;

namespace BlazorChat.Web.Features.Account;

/// <summary>The settings of <c>Chat</c> about programs' tokens.</summary>
public sealed class AccessTokenOptions
{
    /// <summary>For how many minutes a program's JWT is valid. A stream that was opened with it lasts no longer.</summary>
    [Range(1, 1440)]
    public int AccessTokenMinutes { get; init; } = 60;
}
