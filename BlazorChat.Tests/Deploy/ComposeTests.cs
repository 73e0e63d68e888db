namespace BlazorChat.Tests.Deploy;

public sealed class ComposeTests
{
    private static readonly Dictionary<string, Dictionary<object, object>> Services = DeployFiles.Services();

    [Fact]
    public void One_chat_needs_nothing_else_and_the_rest_is_the_cluster()
    {
        var alone = Assert.Single(Services, service => !service.Value.ContainsKey("profiles"));

        Assert.Equal("chat", alone.Key);
        Assert.False(alone.Value.ContainsKey("depends_on"));
        Assert.Equal(["chat:/data"], (List<object>)alone.Value["volumes"]);
        Assert.Equal(
            ["chat-1", "chat-2", "nginx", "postgres", "redis", "s3"],
            Services.Where(service => service.Value.TryGetValue("profiles", out var profiles) && ((List<object>)profiles).Contains("cluster"))
                .Select(service => service.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_chat_may_write_to_its_data_alone() => Assert.All(
        Services.Where(service => service.Key.StartsWith("chat", StringComparison.Ordinal)), service =>
        {
            Assert.Equal("true", service.Value["read_only"]);
            Assert.Equal(["ALL"], (List<object>)service.Value["cap_drop"]);
        });

    [Fact]
    public void What_a_service_names_is_there()
    {
        var volumes = ((Dictionary<object, object>)DeployFiles.Yaml("compose.yaml")["volumes"]).Keys.Cast<string>().ToList();
        foreach (var volume in Services.Values.SelectMany(service => service.TryGetValue("volumes", out var own) ? (List<object>)own : []).Cast<string>())
        {
            var source = volume.Split(':')[0];
            Assert.True(source.StartsWith('.') ? File.Exists(Path.Combine(Repository.Root, source)) : volumes.Contains(source), volume);
        }
        var environment = (Dictionary<object, object>)Services["chat-1"]["environment"];
        Assert.All(["@postgres:5432", "redis://redis:6379", "http://s3:7070"], (string address) => Assert.Contains(environment.Values, value => ((string)value).Contains(address, StringComparison.Ordinal)));
        Assert.All(["server chat-1:8080 ", "server chat-2:8080 "], (string node) => Assert.Contains(node, DeployFiles.Read("deploy/nginx/cluster.conf"), StringComparison.Ordinal));
    }
}
