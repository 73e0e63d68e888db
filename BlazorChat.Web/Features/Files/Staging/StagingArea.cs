using System.Security.Cryptography;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Files.Staging;

/// <summary>Where bytes are put that are still coming in or being looked through, on the disk of the store.</summary>
public sealed class StagingArea(DataFolder folder)
{
    private const int NameBytes = 16;

    private string Root => DataFolder.Create(Path.Combine(folder.Root, "uploads"));

    /// <returns>A place for bytes that is empty again when it is disposed of, however that comes.</returns>
    public StagedFile NewFile() => new(PathOf(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes))));

    /// <summary>The place of an upload that comes in pieces.</summary>
    public string PathOf(string id) => Path.Combine(Root, id);

    /// <returns>The names of all that lies here.</returns>
    public IEnumerable<string> Names() => Directory.EnumerateFiles(Root).Select(path => Path.GetFileName(path));
}

/// <summary>A file in the staging area. What is still there at its end is deleted.</summary>
public sealed class StagedFile(string path) : IDisposable
{
    public string Path => path;

    public FileStream Create() => new(path, DataFolder.OwnersFile(FileMode.CreateNew, FileAccess.ReadWrite));

    public void Dispose() => File.Delete(path);
}
