using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Log;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Admin;

/// <summary>Registers administration, over HTTP and on pages.</summary>
internal static class AdminServices
{
    public static void AddAdministration(this IServiceCollection services)
    {
        services.AddSingleton<PeopleQueries>();
        services.AddSingleton<StandingCommands>();
        services.AddScoped<ResetLinks>();
        services.AddSingleton<AdminRoomQueries>();
        services.AddSingleton<AdminRoomCommands>();
        services.AddSingleton<ConnectionQueries>();
        services.AddSingleton<ConnectionCommands>();
        services.AddOnCommitted<EndedStreams>();
        services.AddSilentEntries(EndedStreams.StreamEnded);
        services.AddSingleton<NodeQueries>();
        services.AddSingleton<ReportQueue>();
        services.AddSingleton<SettingsCommands>();
        services.AddSingleton<AuditQueries>();
        services.AddOnCommitted<MessagesPerHour>();
        services.AddSingleton<Overview>();
        services.AddScoped<AdminSeat>();
    }

    public static void MapAdministration(this IEndpointRouteBuilder chat)
    {
        var admin = chat.MapGroup("/admin").RequireAuthorization(Administrators.Policy).WithTags("Administration")
            .Refuses(403);
        admin.MapPeople();
        admin.MapAllRooms();
        admin.MapReportQueue();
        admin.MapConnections();
        admin.MapNodes();
        admin.MapSettings();
        admin.MapAudit();
        admin.MapOverview();
    }
}
