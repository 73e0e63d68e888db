using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace BlazorChat.Web.Hosting;

/// <summary>How many files and connections the system lets this process have open. .NET itself asks for all it may have.</summary>
internal static class Descriptors
{
    /// <summary>
    /// What the chat needs for itself: .NET keeps each of its libraries open, which are some 330; then the database, files
    /// that are sent and stored, other servers.
    /// </summary>
    private const int Reserve = 512;

    private const int FewestConnections = 64;

    // Where nothing bounds it, and where it is not known: each costs memory, too.
    private const int MostConnections = 100_000;

    /// <summary>How many connections may be open at once.</summary>
    public static int ConnectionsFor(int? limit) =>
        limit is { } most ? Math.Min(most - Math.Max(Reserve, most / 4), MostConnections) : MostConnections;

    /// <summary>Before anything else: with too few, the program would end in the middle of loading itself.</summary>
    public static void RequireEnough()
    {
        if (Limit() is not { } limit || ConnectionsFor(limit) >= FewestConnections)
            return;
        // Not by Console: that would have to be loaded, and each library takes a descriptor.
        using var errors = new FileStream(new SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        errors.Write(Encoding.UTF8.GetBytes(
            $"This process may have only {limit} files and connections open, and the chat needs {Reserve + FewestConnections}: " +
            "raise the limit (ulimit -n 4096, LimitNOFILE=4096 for systemd) and start again.\n"));
        Environment.Exit(1);
    }

    /// <returns>The limit; null: there is none, or it is not known.</returns>
    public static int? Limit()
    {
        const string limits = "/proc/self/limits";
        if (!OperatingSystem.IsLinux() || !File.Exists(limits))
            return null;
        // Nothing but what is loaded already: with too few descriptors, no other library can be.
        foreach (var line in File.ReadAllLines(limits))
            if (line.StartsWith("Max open files", StringComparison.Ordinal))
                return int.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], NumberStyles.None, CultureInfo.InvariantCulture, out var soft)
                    ? soft : null;
        return null;
    }
}
