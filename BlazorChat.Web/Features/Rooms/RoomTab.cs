namespace BlazorChat.Web.Features.Rooms;

/// <summary>
/// A tab of a room's page, beside its messages. Features register their own; the page shows it between its header and its
/// footer.
/// </summary>
/// <param name="Id">The last part of the address: <c>/room/{room_id}/{id}</c>.</param>
/// <param name="Label">What the tab says.</param>
/// <param name="Order">Tabs with smaller numbers stand first.</param>
/// <param name="Body">The component that draws it. It takes a <see cref="ShownRoom"/> as its parameter <c>Room</c>.</param>
public sealed record RoomTab(string Id, string Label, int Order, Type Body);
