using BlazorChat.Web.Features.Files.Images;
using BlazorChat.Web.Features.Files.Stores;
using BlazorChat.Web.Features.Files.Uploading;

namespace BlazorChat.Web.Features.Files;

internal static class FileServices
{
    public static void AddFiles(this IServiceCollection services)
    {
        services.AddFileStore();
        services.AddExceptionHandler<FileFailures>();
        services.AddSingleton<StagingArea>();
        services.AddSingleton<HashLocks>();
        services.AddSingleton<VirusScanner>();
        services.AddSingleton<Inspection>();
        services.AddSingleton<FilePoster>();
        services.AddSingleton<UnusedBytes>();
        services.AddSingleton<UploadQuota>();
        services.AddSingleton<UploadTurns>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<ThumbnailMaker>();
        services.AddSingleton<Thumbnails>();
        services.AddHostedService(provider => provider.GetRequiredService<Thumbnails>());
        services.AddHostedService<ExpiredUploads>();
        services.AddHostedService<OrphanSweep>();
        services.AddSingleton<DiscardedFiles>();
        services.AddHostedService(provider => provider.GetRequiredService<DiscardedFiles>());
    }
}
