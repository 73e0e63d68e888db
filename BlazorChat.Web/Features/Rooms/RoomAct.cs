using MudBlazor;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>Something to do with a room, in the menu of its header. A feature registers its own; each opens a dialog.</summary>
/// <param name="Id">By which a script asks for the dialog.</param>
/// <param name="Label">What the menu says.</param>
/// <param name="Icon">An icon of MudBlazor's.</param>
/// <param name="Order">Acts with smaller numbers stand first.</param>
/// <param name="IsOffered">Whether it is offered to the reader of this room.</param>
/// <param name="OpenAsync">Opens the dialog for the room, and the reader of this user id.</param>
public sealed record RoomAct(
    string Id, string Label, string Icon, int Order, Func<RoomState, bool> IsOffered, Func<IDialogService, RoomState, string, Task> OpenAsync)
{
    /// <summary>How many things wait behind it; null: it does not count.</summary>
    public RoomCount? Count { get; init; }
}
