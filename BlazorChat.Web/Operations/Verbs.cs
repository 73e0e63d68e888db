using System.Reflection;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Operations;

/// <summary>What the program does instead of serving, if the command line says so.</summary>
internal static class Verbs
{
    private const string Health = "--health";
    private const string Version = "--version";

    // Checking takes up to four seconds if the database and the file store do not answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    /// <returns>The exit code; null if the program is to serve.</returns>
    public static async Task<int?> TryRunAsync(string[] args)
    {
        if (args.Contains(Version))
            return TellVersion();
        return args.Contains(Health) ? await AskHealthAsync([.. args.Where(arg => arg != Health)]) : null;
    }

    private static int TellVersion()
    {
        var version = typeof(Verbs).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        Console.WriteLine($"BlazorChat {version}");
        return 0;
    }

    /// <summary>Asks the chat that these settings start on this machine whether it is ready.</summary>
    private static async Task<int> AskHealthAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(Startup.Options(args));
        builder.CheckAddresses();
        using var http = LocalAddress.Of(builder.Configuration).NewHttp();
        if (await WhyUnreadyAsync(http) is not { } why)
            return 0;
        await Console.Error.WriteLineAsync(why);
        return 1;
    }

    private static async Task<string?> WhyUnreadyAsync(HttpClient http)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var answer = await http.GetAsync("health/ready", patience.Token);
            return answer.IsSuccessStatusCode
                ? null
                : $"The chat at {http.BaseAddress} is not ready: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(patience.Token)}";
        }
        catch (HttpRequestException failure)
        {
            return $"No chat answers at {http.BaseAddress}: {failure.Message}";
        }
        catch (OperationCanceledException)
        {
            return $"The chat at {http.BaseAddress} does not answer within {Patience.TotalSeconds} seconds.";
        }
    }
}
