using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace BlazorChat.Web.Hosting;

/// <summary>How many files and connections this process may have open. .NET itself asks the system for the maximum.</summary>
internal static class Descriptors
{
    /// <summary>
    /// What the chat needs besides client connections: .NET keeps each of its libraries open, about 330 of them; then the
    /// database, files that are uploaded or downloaded, and other servers.
    /// </summary>
    private const int Reserve = 512;

    private const int FewestConnections = 64;

    // Used when there is no limit or it is not known. Each connection costs memory, too.
    private const int MostConnections = 100_000;

    /// <summary>How many connections may be open at once.</summary>
    public static int ConnectionsFor(int? limit) =>
        limit is { } most ? Math.Min(most - Math.Max(Reserve, most / 4), MostConnections) : MostConnections;

    /// <summary>
    /// Checks this before anything else: with too few descriptors, the program would fail while it loads its own libraries.
    /// </summary>
    public static void RequireEnough()
    {
        if (Limit() is not { } limit || ConnectionsFor(limit) >= FewestConnections)
            return;
        // Not through Console, which would have to be loaded: each library takes a descriptor.
        using var errors = new FileStream(new SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        errors.Write(Encoding.UTF8.GetBytes(
            $"This process may have only {limit} files and connections open, and the chat needs {Reserve + FewestConnections}: " +
            "raise the limit (ulimit -n 4096, LimitNOFILE=4096 for systemd) and start again.\n"));
        Environment.Exit(1);
    }

    /// <returns>The limit; null if there is none or it is not known.</returns>
    public static int? Limit()
    {
        const string limits = "/proc/self/limits";
        if (!OperatingSystem.IsLinux() || !File.Exists(limits))
            return null;
        // Only libraries that are already loaded: with too few descriptors, no other one can be.
        foreach (var line in File.ReadAllLines(limits))
            if (line.StartsWith("Max open files", StringComparison.Ordinal))
                return int.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], NumberStyles.None, CultureInfo.InvariantCulture, out var soft)
                    ? soft : null;
        return null;
    }
}
