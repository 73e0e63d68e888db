using BlazorChat.Web.Conversation.Rooms;
using BlazorChat.Web.Conversation.Side;

namespace BlazorChat.Web.Conversation;

internal static class ConversationServices
{
    public static void AddConversation(this IServiceCollection services)
    {
        services.AddSingleton<RoomSnapshots>();
        services.AddSingleton<SideViews>();
        services.AddScoped<SearchViews>();
    }

    public static void MapConversation(this IEndpointRouteBuilder chat) => RoomListPage.Map(chat);
}
