using System.Net;
using System.Net.Sockets;
using BlazorChat.Tests.Fire;

namespace BlazorChat.Tests.Hosting;

/// <summary>The real program: a start that fails ends it with a line or two that name the setting, and without a stack trace.</summary>
public sealed class FailedStartTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("blazorchat-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("Chat:Registration", "7")]
    [InlineData("Chat:Registration", "1")]
    [InlineData("Chat:PublicUrl", "chat.example.org")]
    [InlineData("Chat:Limits:MessageLength", "-5")]
    [InlineData("Chat:Limits:MesageLength", "5")]
    [InlineData("Chat:Limits", "5")]
    [InlineData("Chat", "5")]
    [InlineData("Chat:TrustedProxies", "10.0.0.1")]
    [InlineData("Logging:LogLevel:Default", "Loud", "Logging")]
    public Task A_wrong_setting_is_named(string setting, string value, string? says = null) => FailsAsync(says ?? setting, ("--" + setting, value));

    [Fact]
    public async Task Wrong_settings_of_several_features_are_named_in_a_line_each()
    {
        (string, string)[] wrong = [("--Chat:Limits:MessageLength", "0"), ("--Chat:Smtp:Port", "0")];

        await FailsAsync("Chat:Limits:MessageLength: ", wrong);
        await FailsAsync("Chat:Smtp:Port: ", wrong);
    }

    [Fact]
    public async Task A_taken_port_is_told_by_itself()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        await FailsAsync("is a chat running already?", ("--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}"));
    }

    [Fact]
    public async Task A_file_is_no_data_folder()
    {
        var file = Path.Combine(folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        await FailsAsync("Chat:DataDirectory", ("--Chat:DataDirectory", file));
        await FailsAsync("Chat:DataDirectory", ("--Chat:DataDirectory", Path.Combine(file, "below")));
    }

    [Theory]
    [InlineData("chat.db")]
    [InlineData("uploads")]
    public async Task Something_else_where_the_chat_keeps_its_own_is_told(string name)
    {
        var data = folder.CreateSubdirectory("data").FullName;
        await File.WriteAllTextAsync(Path.Combine(data, name), "of something else, and long enough to be read as a header".PadRight(4096), TestContext.Current.CancellationToken);

        await FailsAsync("Chat:DataDirectory");
    }

    [Fact]
    public async Task A_folder_that_nobody_may_write_to_is_no_data_folder() =>
        // Even root may not write here.
        await FailsAsync("Chat:DataDirectory", ("--Chat:DataDirectory", "/proc/chat"));

    [Theory]
    [InlineData("nowhere")]
    [InlineData("http://127.0.0.1:x")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:-1")]
    [InlineData("http://127.0.0.1:0/path")]
    [InlineData("ftp://127.0.0.1:0")]
    [InlineData("http://127.0.0.1:0;nowhere")]
    [InlineData("https://127.0.0.1:0")]
    public Task An_address_that_cannot_be_listened_on_is_named(string address) => FailsAsync("--urls", ("--urls", address));

    [Theory]
    [InlineData("http_ports", "many", "ASPNETCORE_HTTP_PORTS")]
    [InlineData("Kestrel:Endpoints:Web:Url", "nowhere", "Kestrel:Endpoints:Web:Url")]
    [InlineData("Kestrel:Endpoints:Web:Protocols", "Http2", "Kestrel:Endpoints:Web:Url")]
    [InlineData("Kestrel:Certificates:Default:Path", "/nowhere.pfx", "Kestrel")]
    public Task So_is_another_setting_of_where_to_listen(string setting, string value, string says) =>
        FailsAsync(says, ("--" + setting, value), ("--urls", "https://127.0.0.1:0"));

    private async Task FailsAsync(string says, params (string Name, string Value)[] settings)
    {
        var given = new Dictionary<string, string>
        {
            ["--urls"] = "http://127.0.0.1:0",
            ["--Chat:DataDirectory"] = Path.Combine(folder.FullName, "data"),
        };
        foreach (var (name, value) in settings)
            given[name] = value;
        await using var run = ProgramRun.Start([], [.. given.Select(one => $"{one.Key}={one.Value}")]);

        var (code, errors, output) = await run.ToEndAsync();

        Assert.Contains(says, errors, StringComparison.Ordinal);
        Assert.Equal(1, code);
        Assert.InRange(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 1, 2);
        Assert.DoesNotContain("   at ", errors + output, StringComparison.Ordinal);
    }
}
