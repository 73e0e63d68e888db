using BlazorChat.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Deploy;

/// <summary>What deployments set is what the program knows: a setting that is renamed breaks these.</summary>
public sealed class SettingsTests(ChatApp app) : IClassFixture<ChatApp>
{
    // What the runtime, ASP.NET Core and the chat know by other names than Chat:...
    private static readonly string[] Others =
    [
        "ASPNETCORE_HTTP_PORTS", "DOTNET_RUNNING_IN_CONTAINER", "DOTNET_EnableDiagnostics", "DOTNET_NOLOGO", "TMPDIR",
        "ConnectionStrings__Chat", "REDIS_URL",
    ];

    [Fact]
    public void Every_setting_of_the_chat_exists_and_has_a_possible_value()
    {
        var check = new SettingsCheck(app.Services.GetServices<OptionsType>());
        foreach (var file in DeployFiles.Environment().GroupBy(one => one.File))
        {
            var settings = file.Where(one => one.Name.StartsWith("Chat__", StringComparison.Ordinal)).ToList();
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.DistinctBy(one => one.Name)
                .Select(one => KeyValuePair.Create(one.Name.Replace("__", ":", StringComparison.Ordinal), (string?)one.Value))).Build();

            check.Check(configuration.GetSection(ChatOptions.Section));

            Assert.NotEmpty(settings);
        }
    }

    [Fact]
    public void Nothing_else_is_set_but_what_is_known_here() =>
        Assert.Empty(DeployFiles.Environment().Where(one => !one.Name.StartsWith("Chat__", StringComparison.Ordinal))
            .Where(one => !Others.Contains(one.Name)).Select(one => $"{one.File}: {one.Name}"));

    [Fact]
    public void All_listen_on_the_same_port()
    {
        Assert.Contains(("Dockerfile", "ASPNETCORE_HTTP_PORTS", "8080"), DeployFiles.Environment());
        Assert.Contains("EXPOSE 8080", DeployFiles.Instructions());
        Assert.All(["compose.yaml", "deploy/nginx/cluster.conf", "deploy/kubernetes/base/deployment.yaml", "deploy/try-image"],
            file => Assert.Contains("8080", DeployFiles.Read(file), StringComparison.Ordinal));
    }
}
