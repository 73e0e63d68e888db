using BlazorChat.Web.Data.Postgres;
using BlazorChat.Web.Data.Starting;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Redis;
using k8s;
using k8s.Models;
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
        Database, RedisUrl.Setting,
    ];

    private const string Database = $"{DatabaseOptions.Section}__{nameof(DatabaseOptions.Chat)}";

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
    public void Where_the_database_and_Redis_are_is_understood()
    {
        var chat = KubernetesYaml.LoadAllFromString(DeployFiles.Read("deploy/kubernetes/base/deployment.yaml")).OfType<V1Deployment>().Single().Spec.Template.Spec.Containers[0];
        var secrets = DeployFiles.Literals("deploy/kubernetes/overlays/try/kustomization.yaml", "secretGenerator").ToDictionary(one => one.Name, one => one.Value);

        var compose = DeployFiles.Environment().Where(one => one.File == "compose.yaml").ToList();
        var postgres = compose.Where(one => one.Name == Database).Append(("", "", secrets["database"])).Select(one => PostgresAddress.Parse(one.Item3)).ToList();
        var redis = compose.Where(one => one.Name == RedisUrl.Setting).Select(one => one.Value).Append(chat.Env.Single(one => one.Name == RedisUrl.Setting).Value).ToList();

        Assert.Equal(3, postgres.Count); // two nodes, and the overlay
        Assert.All(postgres, address => Assert.Contains("Database=chat", address, StringComparison.Ordinal));
        Assert.Equal(3, redis.Count);
        Assert.All(redis, address => Assert.Single(RedisUrl.Parse(address).EndPoints));
        Assert.Contains(chat.Env, one => one.Name == Database && secrets.ContainsKey(one.ValueFrom.SecretKeyRef.Key));
    }

    [Fact]
    public void All_listen_on_the_same_port()
    {
        Assert.Contains(("Dockerfile", "ASPNETCORE_HTTP_PORTS", "8080"), DeployFiles.Environment());
        Assert.Contains("EXPOSE 8080", DeployFiles.Instructions());
        Assert.All(["compose.yaml", "deploy/nginx/cluster.conf", "deploy/kubernetes/base/deployment.yaml", "deploy/try-image"],
            file => Assert.Contains("8080", DeployFiles.Read(file), StringComparison.Ordinal));
    }
}
