using System.Diagnostics;
using System.Net;

namespace BlazorChat.Tests.Outside;

/// <summary>A network of one's own, in which a public address is this machine and names are answered by the test: Linux has that without rights.</summary>
internal static class OwnNetwork
{
    private const string Inside = "CHAT_TESTS_OWN_NETWORK";

    private const string Prepare =
        """
        set -e
        mount --bind "$1/resolv.conf" /etc/resolv.conf
        mount --bind "$1/nsswitch.conf" /etc/nsswitch.conf
        ip link set lo up
        ip address add 93.184.216.34/32 dev lo
        shift
        echo prepared
        exec "$@"
        """;

    /// <summary>A public address that is this machine there.</summary>
    public static readonly IPAddress Outside = IPAddress.Parse("93.184.216.34");

    /// <summary>Whether this process runs there.</summary>
    public static bool IsHere => Environment.GetEnvironmentVariable(Inside) is not null;

    /// <summary>Runs the test that calls it there, in another process.</summary>
    public static async Task RunAsync(Type tests, string test)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has networks of one's own.");
        var folder = Directory.CreateTempSubdirectory("chat-names-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "resolv.conf"), "nameserver 127.0.0.1\n");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "nsswitch.conf"), "hosts: dns\n");
            var start = new ProcessStartInfo("unshare")
            {
                RedirectStandardOutput = true, RedirectStandardError = true, Environment = { [Inside] = "1" },
                ArgumentList =
                {
                    "--map-root-user", "--mount", "--net", "sh", "-c", Prepare, "sh", folder.FullName,
                    "dotnet", tests.Assembly.Location, "-noColor", "-method", $"{tests.FullName}.{test}",
                },
            };
            using var run = Process.Start(start)!;
            var (said, failed) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
            await run.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.SkipUnless((await said).StartsWith("prepared", StringComparison.Ordinal), $"There is no network of one's own here: {await failed}");
            Assert.True(run.ExitCode == 0, await said + await failed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
