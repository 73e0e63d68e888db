namespace BlazorChat.Web.Live;

/// <summary><c>ready</c>: the first event of every stream.</summary>
/// <param name="Cursor">Where the stream begins.</param>
/// <param name="UserId">Who reads it.</param>
/// <param name="Rooms">The rooms it follows.</param>
public sealed record ReadyEvent(string Cursor, string UserId, IReadOnlyList<string> Rooms);

/// <summary><c>reset</c>: the events since the reader's cursor are not available; the reader must load afresh.</summary>
/// <param name="Cursor">Where the stream goes on.</param>
public sealed record ResetEvent(string Cursor);
