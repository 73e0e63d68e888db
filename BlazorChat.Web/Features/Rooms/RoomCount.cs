using System.Text.Json;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Islands;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>How many things wait behind an act. While there are any, the header shows a button for it beside its menu.</summary>
/// <param name="Words">The number in words, such as "2 reports".</param>
/// <param name="ReadAsync">Reads it as the page is drawn: 0 if it is not the reader's to see.</param>
/// <param name="Event">The name of the event that tells a new number.</param>
/// <param name="Told">In which room it is how many, as that event says.</param>
/// <param name="AskAsync">Asks for it, by the room's id, after events were missed. Only where the act is offered; null: no answer.</param>
public sealed record RoomCount(
    Func<int, string> Words, Func<ChatDb, RoomAccess, CancellationToken, Task<int>> ReadAsync,
    string Event, Func<JsonElement, (string RoomId, int Count)> Told, Func<LiveModule, string, Task<int?>> AskAsync);
