using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Hosting;

/// <summary>The folder of all that must be backed up. Readable by the owner alone: it holds keys.</summary>
public sealed class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public DataFolder(IOptions<ChatOptions> options, IHostEnvironment environment)
    {
        Root = Path.Combine(environment.ContentRootPath, options.Value.DataDirectory);
        Create(Root);
    }

    public string Root { get; }

    /// <summary>The database's file: made for the owner alone, and SQLite makes its companions like it.</summary>
    public string Database
    {
        get
        {
            var path = Path.Combine(Root, "chat.db");
            if (!File.Exists(path))
                File.Open(path, OwnersFile(FileMode.OpenOrCreate)).Dispose();
            return path;
        }
    }

    public string DataProtectionKeys => Create(Path.Combine(Root, "keys"));

    /// <summary>The bytes of a secret that is made at its first use and then kept.</summary>
    public byte[] Secret(string name, Func<byte[]> make)
    {
        var path = Path.Combine(Root, name);
        if (!File.Exists(path))
            Write(path, make());
        return File.ReadAllBytes(path);
    }

    // Written aside and moved into place: a crash leaves either no secret or a whole one.
    private static void Write(string path, byte[] secret)
    {
        var aside = path + ".new";
        using (var file = new FileStream(aside, OwnersFile(FileMode.Create)))
        {
            file.Write(secret);
            file.Flush(flushToDisk: true);
        }
        File.Move(aside, path, overwrite: false);
    }

    /// <summary>How a file is made that only its owner may read.</summary>
    internal static FileStreamOptions OwnersFile(FileMode mode, FileAccess access = FileAccess.Write)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }

    /// <summary>Makes a folder that only its owner may look into, if it is not there.</summary>
    internal static string Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        return path;
    }
}
