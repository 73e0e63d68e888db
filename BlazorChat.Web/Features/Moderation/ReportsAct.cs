using BlazorChat.Web.Features.Rooms;
using MudBlazor;

namespace BlazorChat.Web.Features.Moderation;

/// <summary>The header's item that opens a room's reports.</summary>
internal static class ReportsAct
{
    public static RoomAct Of() => new(
        "reports", "Reports", Icons.Material.Rounded.Flag, 30, room => room.Rights.MayManage,
        (dialogs, room, me) => dialogs.ShowAsync<ReportsDialog>("Reports", new DialogParameters<ReportsDialog>
        {
            { dialog => dialog.RoomId, room.Id }, { dialog => dialog.Me, me },
        }))
    {
        Count = new RoomCount(
            open => open == 1 ? "1 report" : $"{open} reports",
            async (db, access, ct) => access.MayManage ? await ReportQueries.CountOpenAsync(db, access.Room.Id, ct) : 0),
    };
}
