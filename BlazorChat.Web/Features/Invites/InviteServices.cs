namespace BlazorChat.Web.Features.Invites;

internal static class InviteServices
{
    public static void AddInvites(this IServiceCollection services) => services.AddSingleton<RoomInvites>();
}
