using System.ComponentModel.DataAnnotations;
using BlazorChat.Web.Features.Settings;

namespace BlazorChat.Web.Features.Account;

/// <summary>The settings of <c>Chat:RateLimits</c> about signing in and registering.</summary>
public sealed class SignInLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Attempts on one account.</summary>
    [Range(1, LimitOptions.Most)]
    public int SignInsPerMinute { get; init; } = 10;

    /// <summary>Attempts from one address.</summary>
    [Range(1, LimitOptions.Most)]
    public int SignInsPerMinuteAndAddress { get; init; } = 60;

    /// <summary>New accounts from one address.</summary>
    [Range(1, LimitOptions.Most)]
    public int RegistrationsPerHour { get; init; } = 20;
}
