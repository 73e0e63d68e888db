namespace BlazorChat.Core.Users;

/// <summary>Who is asking: a signed-in person or program, as the database knows them now.</summary>
/// <param name="UserId">Stable, opaque.</param>
/// <param name="Username">Unique, ignoring case.</param>
/// <param name="IsAdministrator">
/// Whether they may administer the whole chat: administrators, unless they came by an access token that is not meant for it.
/// </param>
/// <param name="SessionId">The sign-in they came by; ends with signing out.</param>
/// <param name="ExpiresAt">When what they showed runs out, Unix milliseconds.</param>
/// <param name="Scope">The scope of their access token; null for a sign-in, which has no limit.</param>
/// <param name="DisplayName">Their display name; null if they have only a username.</param>
public sealed record Caller(
    string UserId, string Username, bool IsAdministrator, string SessionId, long ExpiresAt, TokenScope? Scope = null,
    string? DisplayName = null);
