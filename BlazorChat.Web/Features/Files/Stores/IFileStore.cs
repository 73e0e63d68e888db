namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>
/// Keeps bytes under names that are made from their hash (<c>files/SHA-256</c>, <c>thumbnails/SHA-256</c>) or random
/// (<c>previews/…</c>), so an existing name is never overwritten. On the disk, or in an S3 object store. A remote store fails with a <see
/// cref="FileStoreException"/>, also while a stream is read.
/// </summary>
public interface IFileStore
{
    /// <summary>Stores a file durably: once this returns, a crash cannot undo it.</summary>
    /// <param name="key">Its name in the store.</param>
    /// <param name="path">A file in the data folder's staging area. The store may move it away or leave it.</param>
    /// <param name="ct">Ends the waiting; the name then has no partial content.</param>
    Task PutAsync(string key, string path, CancellationToken ct);

    /// <returns>The bytes, a stream that can seek; null if there are none under this name.</returns>
    Task<Stream?> OpenAsync(string key, CancellationToken ct);

    /// <summary>Removes the bytes of a name. It is no error if there are none.</summary>
    Task DeleteAsync(string key, CancellationToken ct);

    /// <returns>All names with this prefix, in no particular order.</returns>
    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken ct);
}
