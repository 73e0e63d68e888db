using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>
/// Keeps bytes in the data folder, <c>files/ab/ab12…</c>. A file is synced, then moved into place, and then its folder is
/// synced. So a name has all its bytes or does not exist.
/// </summary>
internal sealed class DiskFileStore(DataFolder folder) : IFileStore
{
    private const int BufferSize = 64 * 1024;

    // There may be folders of other programs that we cannot read.
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    // Folders whose own entries are already synced.
    private readonly ConcurrentDictionary<string, bool> safe = [];

    public Task PutAsync(string key, string path, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var place = PlaceOf(key);
        var parent = Path.GetDirectoryName(place)!;
        if (!safe.ContainsKey(parent))
        {
            DataFolder.Create(parent);
            DirectorySync.Flush(Path.GetDirectoryName(parent)!);
            DirectorySync.Flush(folder.Root);
            safe[parent] = true;
        }
        if (!File.Exists(place))
        {
            using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write))
                RandomAccess.FlushToDisk(file);
            File.Move(path, place, overwrite: true);
        }
        DirectorySync.Flush(parent);
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenAsync(string key, CancellationToken ct)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PlaceOf(key), new FileStreamOptions
            {
                Access = FileAccess.Read,
                Share = FileShare.Read | FileShare.Delete,
                BufferSize = BufferSize,
                Options = FileOptions.Asynchronous,
            }));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task DeleteAsync(string key, CancellationToken ct)
    {
        var place = PlaceOf(key);
        if (File.Exists(place))
            File.Delete(place);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        var name = prefix.IndexOf('/', StringComparison.Ordinal) + 1;
        var area = Path.Combine(folder.Root, prefix[..(name - 1)]);
        if (!Directory.Exists(area))
            yield break;
        foreach (var key in Directory.EnumerateFiles(area, prefix[name..] + "*", Everywhere).Select(place => prefix[..name] + Path.GetFileName(place)).Where(StoreKey.IsOurs))
        {
            ct.ThrowIfCancellationRequested();
            yield return key;
            await Task.CompletedTask;
        }
    }

    // 256 folders, so that no folder has a hundred thousand files.
    private string PlaceOf(string key)
    {
        if (!StoreKey.IsOurs(key))
            throw new ArgumentException("A key is an area and a SHA-256 in hexadecimal digits.", nameof(key));
        var (area, hash) = (key[..key.IndexOf('/', StringComparison.Ordinal)], key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        return Path.Combine(folder.Root, area, hash[..2], hash);
    }
}
