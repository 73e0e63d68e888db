namespace BlazorChat.Core.Users;

/// <summary>Who is asking: a signed-in person or program, as the database knows them now.</summary>
/// <param name="UserId">Stable, opaque.</param>
/// <param name="Username">Unique, ignoring case.</param>
/// <param name="IsAdministrator">Whether they administer the whole chat.</param>
/// <param name="SessionId">The sign-in they came by; ends with signing out.</param>
/// <param name="ExpiresAt">When what they showed runs out, Unix milliseconds.</param>
public sealed record Caller(string UserId, string Username, bool IsAdministrator, string SessionId, long ExpiresAt);
