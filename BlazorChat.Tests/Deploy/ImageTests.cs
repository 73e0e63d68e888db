using System.Reflection;
using System.Runtime.Versioning;

namespace BlazorChat.Tests.Deploy;

/// <summary>The Dockerfile beside what it builds. deploy/try-image builds and runs it for real.</summary>
public sealed class ImageTests
{
    private static readonly string[] Instructions = DeployFiles.Instructions();

    [Fact]
    public void It_is_built_and_run_by_the_version_of_NET_that_the_program_is_for()
    {
        var framework = typeof(Program).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.Split("=v")[1];

        Assert.StartsWith($"FROM mcr.microsoft.com/dotnet/sdk:{framework} ", Of("FROM")[0], StringComparison.Ordinal);
        Assert.StartsWith($"FROM mcr.microsoft.com/dotnet/aspnet:{framework}-", Of("FROM")[1], StringComparison.Ordinal);
        Assert.EndsWith("-chiseled", Of("FROM")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void It_starts_the_program_and_asks_it_for_its_health_by_its_own_names()
    {
        var program = typeof(Program).Assembly.GetName().Name + ".dll";

        Assert.Equal([$"ENTRYPOINT [\"dotnet\", \"{program}\"]"], Of("ENTRYPOINT"));
        Assert.EndsWith($"CMD [\"dotnet\", \"{program}\", \"--health\"]", Assert.Single(Of("HEALTHCHECK")), StringComparison.Ordinal);
    }

    [Fact]
    public void It_runs_as_nobody_special_and_without_what_a_chiseled_image_lacks()
    {
        var last = Instructions[Array.FindLastIndex(Instructions, line => line.StartsWith("FROM ", StringComparison.Ordinal))..];

        // A number: Kubernetes cannot tell that a name is not root.
        Assert.Contains("USER 1654:1654", last);
        Assert.DoesNotContain(last, line => line.StartsWith("RUN ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_it_copies_is_there_and_not_kept_out()
    {
        var copied = Of("COPY").Where(line => !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]).ToList();
        var allowed = DeployFiles.Read(".dockerignore").Split('\n').Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();

        Assert.All(copied, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
        Assert.All(copied, path => Assert.Contains(path.Split('/')[0], allowed));
        Assert.Equal(allowed.Order(), copied.Select(path => path.Split('/')[0]).Distinct().Order());
    }

    private static string[] Of(string instruction) => [.. Instructions.Where(line => line.StartsWith(instruction + " ", StringComparison.Ordinal))];
}
