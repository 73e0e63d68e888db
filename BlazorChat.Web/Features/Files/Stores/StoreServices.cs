using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Files.Stores;

internal static class StoreServices
{
    /// <summary>Registers the store: the data folder, or the configured bucket. Unused bytes are deleted from it.</summary>
    public static void AddFileStore(this IServiceCollection services)
    {
        services.AddChatOptions<S3Options>(S3Options.Section);
        services.AddSingleton<IValidateOptions<S3Options>, S3Faults>();
        services.AddSingleton<IFileStore>(provider =>
            provider.GetRequiredService<IOptions<S3Options>>().Value is { Bucket.Length: > 0 } store
                ? new S3FileStore(store)
                : new DiskFileStore(provider.GetRequiredService<DataFolder>()));
        services.AddSingleton<HashLocks>();
        services.AddSingleton<UnusedBytes>();
        services.AddHostedService<OrphanSweep>();
        services.AddFollower<DiscardedFiles>();
        services.AddSilentEntries(DiscardedFiles.Discarded);
    }
}
