namespace BlazorChat.Web.Islands;

/// <summary>The event <c>dialog</c>: a script asks an island to open a dialog. It stays within the page.</summary>
/// <param name="Dialog">The dialog's id.</param>
/// <param name="UserId">The person it is about, if it is about one.</param>
/// <param name="Name">What a new room is to be called, if that is known.</param>
public sealed record DialogEvent(string Dialog, string? UserId = null, string? Name = null);
