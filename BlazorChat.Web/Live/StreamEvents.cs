namespace BlazorChat.Web.Live;

/// <summary><c>ready</c>: what a stream begins with.</summary>
/// <param name="Cursor">Where it begins.</param>
/// <param name="UserId">Who reads it.</param>
/// <param name="Rooms">The rooms it follows.</param>
public sealed record ReadyEvent(string Cursor, string UserId, IReadOnlyList<string> Rooms);

/// <summary><c>reset</c>: what came since the reader's cursor cannot be told; they load afresh.</summary>
/// <param name="Cursor">Where it goes on.</param>
public sealed record ResetEvent(string Cursor);
