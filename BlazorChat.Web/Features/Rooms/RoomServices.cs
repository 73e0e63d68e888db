using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Log;
using MudBlazor;

namespace BlazorChat.Web.Features.Rooms;

internal static class RoomServices
{
    public static void AddRooms(this IServiceCollection services)
    {
        services.AddSingleton<RoomCommands>();
        services.AddSingleton<MemberCommands>();
        services.AddSingleton<PreferencesCommands>();
        services.AddSingleton<RoomDeletion>();
        services.AddEvents<MemberEvents>();
        services.AddEvents<RoomEvents>();
        services.AddEvents<ReadEvents>();
        services.AddHarmlessKinds(ReadEvents.Moved);
        services.AddEvents<PreferencesEvents>();
        services.AddSingleton<WelcomeAccount>(MembershipsOfAccounts.WelcomeAsync);
        services.AddSingleton<IOnAccountDeleted, MembershipsOfAccounts>();
        services.AddSingleton(new RoomAct(
            "settings", "Room settings", Icons.Material.Rounded.Settings, 10, room => room.Rights.MayManage,
            (dialogs, room, _) => dialogs.ShowAsync<RoomSettingsDialog>(
                "Room settings", new DialogParameters<RoomSettingsDialog> { { dialog => dialog.Room, room } })));
    }
}
