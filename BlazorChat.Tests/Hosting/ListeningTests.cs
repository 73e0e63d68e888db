using BlazorChat.Tests.Fire;
using BlazorChat.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace BlazorChat.Tests.Hosting;

public sealed class ListeningTests
{
    [Theory]
    [InlineData("urls")]
    [InlineData("Urls")]
    [InlineData("http_ports")]
    [InlineData("https_ports")]
    [InlineData("Kestrel:Endpoints:Web:Url")]
    public void Where_something_says_where_to_listen_there_is_no_default(string setting) =>
        Assert.True(ListeningAddress.IsConfigured(Configuration((setting, "8080"))));

    [Fact]
    public void Where_nothing_does_there_is_one()
    {
        Assert.False(ListeningAddress.IsConfigured(Configuration()));
        Assert.False(ListeningAddress.IsConfigured(Configuration(("urls", ""), ("Kestrel:Limits:MaxConcurrentConnections", "5"))));
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS")]
    [InlineData("Kestrel__Endpoints__Web__Url")]
    public async Task The_environment_says_where_as_for_every_program_of_its_kind(string variable)
    {
        var data = Directory.CreateTempSubdirectory("blazorchat-");
        await using (var run = ProgramRun.Start([(variable, "http://127.0.0.1:0"), ("Chat__DataDirectory", data.FullName)]))
        {
            var listening = await run.SaysAsync("Now listening on");

            Assert.Contains("http://127.0.0.1:", listening, StringComparison.Ordinal);
            Assert.DoesNotContain(":5080", listening, StringComparison.Ordinal);
        }
        data.Delete(recursive: true);
    }

    private static IConfiguration Configuration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build();
}
