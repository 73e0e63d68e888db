using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>How many things wait behind an act. While there are any, the header shows a button for it beside its menu.</summary>
/// <param name="Words">The number in words, such as "2 reports".</param>
/// <param name="ReadAsync">Reads it while the page is rendered, which it is again at each event of the room; 0 if the reader may not see it.</param>
public sealed record RoomCount(Func<int, string> Words, Func<ChatDb, RoomAccess, CancellationToken, Task<int>> ReadAsync);
