using System.Security.Cryptography;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Files.Staging;

/// <summary>A folder for bytes that are being uploaded or inspected, on the same disk as the store.</summary>
public sealed class StagingArea(DataFolder folder)
{
    private const int NameBytes = 16;

    private string Root => DataFolder.Create(Path.Combine(folder.Root, "uploads"));

    /// <returns>A file that is deleted when it is disposed.</returns>
    public StagedFile NewFile() => new(PathOf(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes))));

    /// <summary>The file of an upload that comes in pieces.</summary>
    public string PathOf(string id) => Path.Combine(Root, id);

    /// <returns>The names of all files in the folder.</returns>
    public IEnumerable<string> Names() => Directory.EnumerateFiles(Root).Select(path => Path.GetFileName(path));
}

/// <summary>A file in the staging area. If it is still there when it is disposed, it is deleted.</summary>
public sealed class StagedFile(string path) : IDisposable
{
    public string Path => path;

    public FileStream Create() => new(path, DataFolder.OwnersFile(FileMode.CreateNew, FileAccess.ReadWrite));

    public void Dispose() => File.Delete(path);
}
