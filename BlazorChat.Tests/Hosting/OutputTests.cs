using System.Reflection;
using System.Runtime.InteropServices;
using BlazorChat.Tests.Fire;

namespace BlazorChat.Tests.Hosting;

public sealed class OutputTests
{
    private const long Most = 100 * 1024 * 1024;

    [Fact]
    public void The_built_program_brings_the_native_libraries_of_this_machine_alone()
    {
        var folder = Path.GetDirectoryName(typeof(ProgramRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "WebProgram").Value!)!;
        var files = new DirectoryInfo(folder).GetFiles("*", SearchOption.AllDirectories);
        var natives = files.Where(file => file.Directory!.Name == "native").Select(file => file.Directory!.Parent!.Name).Distinct();

        Assert.All(natives, platform => Assert.StartsWith(RuntimeInformation.RuntimeIdentifier.Split('-')[0], platform, StringComparison.Ordinal));
        Assert.Single(files, file => file.Name.Contains("libSkiaSharp", StringComparison.Ordinal));
        Assert.InRange(files.Sum(file => file.Length), 0, Most);
    }
}
