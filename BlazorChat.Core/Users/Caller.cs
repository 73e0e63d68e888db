namespace BlazorChat.Core.Users;

/// <summary>The signed-in person or program that makes a request, as the database knows them now.</summary>
/// <param name="UserId">Stable, opaque.</param>
/// <param name="Username">Unique, ignoring case.</param>
/// <param name="IsAdministrator">
/// Whether they may administer the whole chat: they are an administrator, and their access token, if they use one, allows it.
/// </param>
/// <param name="SessionId">Their session; it ends when they sign out.</param>
/// <param name="ExpiresAt">When their cookie or token expires, Unix milliseconds.</param>
/// <param name="Scope">The scope of their access token; null for a sign-in, which has no limit.</param>
/// <param name="DisplayName">Their display name; null if they have only a username.</param>
public sealed record Caller(
    string UserId, string Username, bool IsAdministrator, string SessionId, long ExpiresAt, TokenScope? Scope = null,
    string? DisplayName = null);
