namespace BlazorChat.Core.Presence;

/// <summary>What one node says of someone.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Status">Their status there.</param>
/// <param name="Streams">How many streams and polls they have open there.</param>
public readonly record struct PresenceHere(string UserId, PresenceStatus Status, int Streams);
