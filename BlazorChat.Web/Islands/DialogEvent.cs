namespace BlazorChat.Web.Islands;

/// <summary>A script asks for a dialog of an island: the event <c>dialog</c>, which only the page itself tells.</summary>
/// <param name="Dialog">Which one.</param>
/// <param name="UserId">Whom it is about, where it is about a person.</param>
public sealed record DialogEvent(string Dialog, string? UserId = null);
