namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>
/// Keeps bytes under names that follow from them (<c>files/SHA-256</c>, <c>thumbnails/SHA-256</c>): what is there already
/// is never written over. On the disk, or in an object store that speaks S3.
/// A store that is elsewhere fails with a <see cref="FileStoreException"/>, also while a stream is read.
/// </summary>
public interface IFileStore
{
    /// <summary>Stores a file durably: when this returns, a crash takes nothing back.</summary>
    /// <param name="key">Its name in the store.</param>
    /// <param name="path">A file in the data folder's staging area. The store may move it away or leave it.</param>
    /// <param name="ct">Ends the waiting; nothing half-written is left under the name.</param>
    Task PutAsync(string key, string path, CancellationToken ct);

    /// <returns>The bytes, a stream that can seek; null if there are none under this name.</returns>
    Task<Stream?> OpenAsync(string key, CancellationToken ct);

    /// <summary>Removes what is there; that nothing is there is no error.</summary>
    Task DeleteAsync(string key, CancellationToken ct);

    /// <returns>All names that begin so, in no order.</returns>
    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken ct);
}
