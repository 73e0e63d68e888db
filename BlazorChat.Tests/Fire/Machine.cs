using System.Globalization;

namespace BlazorChat.Tests.Fire;

/// <summary>The machine that the tests share with whatever else runs on it.</summary>
internal static class Machine
{
    private const double MostPatience = 5;

    /// <summary>A limit that holds where the processors are free, and as many times that as they are asked too much.</summary>
    public static TimeSpan Within(TimeSpan limit)
    {
        if (!File.Exists("/proc/loadavg"))
            return limit;
        var load = double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
        return limit * Math.Clamp(load / Environment.ProcessorCount, 1, MostPatience);
    }
}
