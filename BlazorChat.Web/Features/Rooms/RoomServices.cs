using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Rooms;

internal static class RoomServices
{
    public static void AddRooms(this IServiceCollection services)
    {
        services.AddSingleton<RoomKeeper>();
        services.AddSingleton<RoomMembers>();
        services.AddSingleton<RoomPreferences>();
        services.AddSingleton<RoomDeletion>();
        services.AddEvents<MemberEvents>();
        services.AddEvents<RoomEvents>();
        services.AddEvents<ReadEvents>();
        services.AddEvents<PreferencesEvents>();
        services.AddSingleton<WelcomeAccount>(MembershipsOfAccounts.WelcomeAsync);
        services.AddSingleton<IOnAccountDeleted, MembershipsOfAccounts>();
    }
}
