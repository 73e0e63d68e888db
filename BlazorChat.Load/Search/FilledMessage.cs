namespace BlazorChat.Load.Search;

/// <summary>A message that is written straight into the database.</summary>
internal sealed record FilledMessage(long Id, string RoomId, long Number, string AuthorId, string Text, long PostedAt);
