using BlazorChat.Web.Features.Account;

namespace BlazorChat.Web.Admin;

/// <summary>Administration: for those who administer the chat, over HTTP and on pages.</summary>
internal static class AdminServices
{
    public static void AddAdministration(this IServiceCollection services)
    {
        services.AddSingleton<PeopleReader>();
        services.AddSingleton<Standing>();
        services.AddScoped<ResetLinks>();
        services.AddSingleton<RoomsReader>();
        services.AddSingleton<RoomAdministration>();
        services.AddSingleton<ConnectionsReader>();
        services.AddSingleton<ConnectionsKeeper>();
        services.AddSingleton<ReportQueue>();
        services.AddSingleton<SettingsKeeper>();
        services.AddSingleton<AuditReader>();
        services.AddSingleton<MessagesPerHour>();
        services.AddSingleton<Overview>();
        services.AddScoped<AdminSeat>();
    }

    public static void MapAdministration(this IEndpointRouteBuilder chat)
    {
        var admin = chat.MapGroup("/admin").RequireAuthorization(Administrators.Policy).WithTags("Administration");
        admin.MapPeople();
        admin.MapAllRooms();
        admin.MapReportQueue();
        admin.MapConnections();
        admin.MapSettings();
        admin.MapAudit();
        admin.MapOverview();
    }
}
