using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Pins;

/// <summary>Pinned messages: the ones that everyone in a room should find quickly.</summary>
internal static class PinServices
{
    public static void AddPins(this IServiceCollection services)
    {
        services.AddSingleton<PinCommands>();
        services.AddEvents<PinEvents>();
        services.AddSingleton(new RoomTab("pins", "Pinned", 5, typeof(PinsTab)));
    }
}
