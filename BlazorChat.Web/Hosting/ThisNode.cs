using System.Reflection;
using System.Security.Cryptography;

namespace BlazorChat.Web.Hosting;

/// <summary>This process, as one node of several that serve the same chat.</summary>
public sealed class ThisNode(TimeProvider clock)
{
    private const int IdBytes = 6;

    /// <summary>Random and new at every start, so that a node that comes back is not taken for the one that died. Hexadecimal digits.</summary>
    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>The name of the machine or container.</summary>
    public string HostName { get; } = Environment.MachineName;

    /// <summary>The version of the program, without the commit it was built from.</summary>
    public string Version { get; } = (typeof(ThisNode).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "").Split('+')[0];

    /// <summary>Unix milliseconds.</summary>
    public long StartedAt { get; } = clock.GetUtcNow().ToUnixTimeMilliseconds();
}
