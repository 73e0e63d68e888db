using System.Text.Json;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Islands;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>How many things wait behind an act. While there are any, the header shows a button for it beside its menu.</summary>
/// <param name="Words">The number in words, such as "2 reports".</param>
/// <param name="ReadAsync">Reads it while the page is rendered; 0 if the reader may not see it.</param>
/// <param name="Event">The name of the event that carries a new number.</param>
/// <param name="Told">Reads the room and the number from that event.</param>
/// <param name="AskAsync">Asks for it, by the room's id, after events were missed, and only if the act is offered. Null if no answer came.</param>
public sealed record RoomCount(
    Func<int, string> Words, Func<ChatDb, RoomAccess, CancellationToken, Task<int>> ReadAsync,
    string Event, Func<JsonElement, (string RoomId, int Count)> Told, Func<LiveModule, string, Task<int?>> AskAsync);
