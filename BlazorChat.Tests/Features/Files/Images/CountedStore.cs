using BlazorChat.Web.Features.Files.Stores;

namespace BlazorChat.Tests.Features.Files.Images;

/// <summary>The store of a chat, counting what is put into it and able to come from elsewhere than the disk.</summary>
internal sealed class CountedStore(IFileStore store, bool isElsewhere = false) : IFileStore
{
    private int puts, opens;

    /// <summary>Thumbnails that were stored.</summary>
    public int Puts => puts;

    /// <summary>Pictures that were opened.</summary>
    public int Opens => opens;

    /// <summary>Happens before something is stored.</summary>
    public Func<Task> BeforePut { get; init; } = () => Task.CompletedTask;

    public async Task PutAsync(string key, string path, CancellationToken ct)
    {
        await BeforePut();
        Interlocked.Increment(ref puts);
        await store.PutAsync(key, path, ct);
    }

    public async Task<Stream?> OpenAsync(string key, CancellationToken ct)
    {
        if (key.StartsWith("files/", StringComparison.Ordinal))
            Interlocked.Increment(ref opens);
        var stream = await store.OpenAsync(key, ct);
        return isElsewhere && stream is not null ? new BufferedStream(stream) : stream;
    }

    public Task DeleteAsync(string key, CancellationToken ct) => store.DeleteAsync(key, ct);

    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken ct) => store.ListAsync(prefix, ct);
}
