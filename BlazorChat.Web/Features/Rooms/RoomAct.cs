using MudBlazor;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>An item in the menu of a room's header, which opens a dialog. Features register their own.</summary>
/// <param name="Id">Scripts ask for the dialog by this id.</param>
/// <param name="Label">What the menu says.</param>
/// <param name="Icon">An icon of MudBlazor's.</param>
/// <param name="Order">Acts with smaller numbers stand first.</param>
/// <param name="IsOffered">Whether it is offered to the reader of this room.</param>
/// <param name="OpenAsync">Opens the dialog, for the room and the reader's user id.</param>
public sealed record RoomAct(
    string Id, string Label, string Icon, int Order, Func<RoomState, bool> IsOffered, Func<IDialogService, RoomState, string, Task> OpenAsync)
{
    /// <summary>How many things wait there for the reader; null if it has no count.</summary>
    public RoomCount? Count { get; init; }
}
