namespace BlazorChat.Web.Features.Rooms;

/// <summary>
/// Something else of a room to look at than its messages. A feature registers its own, and the room's page shows it between
/// its header and its foot.
/// </summary>
/// <param name="Id">The last part of the address: <c>/room/{room_id}/{id}</c>.</param>
/// <param name="Label">What the tab says.</param>
/// <param name="Order">Tabs with smaller numbers stand first.</param>
/// <param name="Body">The component that draws it. It takes a <see cref="ShownRoom"/> as its parameter <c>Room</c>.</param>
public sealed record RoomTab(string Id, string Label, int Order, Type Body);
