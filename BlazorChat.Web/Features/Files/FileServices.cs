using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Files.Downloading;
using BlazorChat.Web.Features.Files.Images;
using BlazorChat.Web.Features.Files.Inspecting;
using BlazorChat.Web.Features.Files.Listing;
using BlazorChat.Web.Features.Files.Posting;
using BlazorChat.Web.Features.Files.Staging;
using BlazorChat.Web.Features.Files.Stores;
using BlazorChat.Web.Features.Files.Uploading;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Files;

/// <summary>Registers everything about files, in the order of the folders: each uses only those before it.</summary>
internal static class FileServices
{
    public static void AddFiles(this IServiceCollection services)
    {
        services.AddExceptionHandler<FileFailures>();
        services.AddChatOptions<InspectionOptions>(InspectionOptions.Section);
        services.AddFileStore();
        services.AddSingleton<StagingArea>();
        services.AddSingleton<ThumbnailMaker>();
        services.AddSingleton<ThumbnailWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<ThumbnailWorker>());
        services.AddChatOptions<ClamAvOptions>(ClamAvOptions.Section);
        services.AddSingleton<VirusScanner>();
        services.AddSingleton<Inspection>();
        services.AddChatOptions<UploadOptions>(UploadOptions.Section);
        services.AddSingleton<UploadQuota>();
        services.AddSingleton<UploadTurns>();
        services.AddSingleton<IUploadBytes>(NewUploadBytes);
        services.AddSingleton<StartedUploads>();
        services.AddSingleton<UploadCommands>();
        services.AddHostedService<StagingLeftovers>();
        services.AddHostedService<ExpiredUploads>();
        services.AddSingleton<FileCommands>();
        services.AddSingleton<UploadPoster>();
        services.AddSingleton<FileGate>();
        services.AddSingleton<FileIntake>();
        services.AddSingleton<IOnMessageDeleted, FilesOfDeleted>();
        services.AddSingleton<IOnRoomDeleted, FilesOfDeleted>();
        services.AddSingleton<IOnAccountDeleted, FilesOfAccounts>();
        services.AddSingleton(new RoomTab("files", "Files", 10, typeof(FilesTab)));
    }

    private static IUploadBytes NewUploadBytes(IServiceProvider provider)
    {
        using var db = provider.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContext();
        return db.IsShared ? ActivatorUtilities.CreateInstance<UploadPieces>(provider) : ActivatorUtilities.CreateInstance<UploadFile>(provider);
    }

    public static void MapFiles(this IEndpointRouteBuilder chat)
    {
        chat.MapUploads();
        chat.MapFilePosting();
        chat.MapDownloads();
        chat.MapRoomFiles();
    }
}
