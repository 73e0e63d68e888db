using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Hosting;

/// <summary>The folder of everything that must be backed up. Only its owner can read it, because it contains keys.</summary>
public sealed class DataFolder : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private FileStream? taken;

    public DataFolder(IOptions<HostingOptions> options, IHostEnvironment environment)
    {
        Root = Path.Combine(environment.ContentRootPath, options.Value.DataDirectory);
        CreateRoot();
    }

    public string Root { get; }

    private void CreateRoot()
    {
        try
        {
            Create(Root);
        }
        catch (IOException) when (File.Exists(Root))
        {
            throw new CannotStartException($"{ChatOptions.Section}:DataDirectory: '{Root}' is a file. Name a folder.");
        }
        catch (IOException why)
        {
            throw new CannotStartException($"{ChatOptions.Section}:DataDirectory: the folder cannot be made. {why.Message} Name another one, or make room.");
        }
    }

    /// <summary>
    /// The database's file. It is created readable for the owner only, and SQLite creates its companion files the same way.
    /// </summary>
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

    /// <summary>
    /// Keeps every other process out until this one ends in any way. The lock is the operating system's; the file that stays
    /// behind means nothing.
    /// </summary>
    /// <exception cref="CannotStartException">Another process uses the folder.</exception>
    public void Take()
    {
        var options = OwnersFile(FileMode.OpenOrCreate, FileAccess.ReadWrite);
        options.Share = FileShare.None;
        try
        {
            taken ??= new FileStream(Path.Combine(Root, "lock"), options);
        }
        catch (IOException failure) when (IsTaken(failure))
        {
            throw new CannotStartException(
                $"The data folder {Root} is in use by a chat that is running already. " +
                "Stop that one first, or give this one a folder of its own (Chat:DataDirectory).");
        }
    }

    public void Dispose() => taken?.Dispose();

    /// <returns>The bytes of a secret that an earlier version kept as a file; null if there is none.</returns>
    public byte[]? ReadSecret(string name) => Path.Combine(Root, name) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;

    /// <returns>The keys of cookies that an earlier version kept as files.</returns>
    public IEnumerable<(string Name, string Xml)> ReadDataProtectionKeys() => Path.Combine(Root, "keys") is var keys && Directory.Exists(keys)
        ? Directory.EnumerateFiles(keys, "*.xml").Order(StringComparer.Ordinal).Select(path => (Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)))
        : [];

    // The codes of .NET for ERROR_SHARING_VIOLATION on Windows, and for EWOULDBLOCK on macOS and elsewhere.
    private static bool IsTaken(IOException failure) => (failure.HResult & 0xFFFF) ==
        (OperatingSystem.IsWindows() ? 32 : OperatingSystem.IsMacOS() ? 35 : 11);

    /// <summary>Options for creating a file that only its owner can read.</summary>
    internal static FileStreamOptions OwnersFile(FileMode mode, FileAccess access = FileAccess.Write)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }

    /// <summary>Creates a folder that only its owner can read, if it does not exist.</summary>
    internal static string Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        return path;
    }
}
