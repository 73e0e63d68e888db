namespace BlazorChat.Web.Features.Rooms;

internal static class RoomServices
{
    public static void AddRooms(this IServiceCollection services)
    {
        services.AddSingleton<RoomKeeper>();
        services.AddSingleton<RoomMembers>();
        services.AddSingleton<RoomPreferences>();
    }
}
