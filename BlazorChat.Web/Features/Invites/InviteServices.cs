using BlazorChat.Web.Features.Rooms;
using MudBlazor;

namespace BlazorChat.Web.Features.Invites;

internal static class InviteServices
{
    public static void AddInvites(this IServiceCollection services)
    {
        services.AddSingleton<InviteCommands>();
        services.AddSingleton(new RoomAct(
            "invites", "Invite people", Icons.Material.Rounded.Link, 20, room => room.Rights.MayManage,
            (dialogs, room, _) => dialogs.ShowAsync<InvitesDialog>(
                "Invite people", new DialogParameters<InvitesDialog> { { dialog => dialog.RoomId, room.Id } })));
    }
}
