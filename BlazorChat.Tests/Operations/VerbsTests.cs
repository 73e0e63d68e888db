using BlazorChat.Load.Client;
using BlazorChat.Tests.Fire;
using BlazorChat.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace BlazorChat.Tests.Operations;

/// <summary>The program asked for something other than serving.</summary>
public sealed class VerbsTests
{
    [Fact]
    public async Task Health_is_good_while_the_chat_is_ready_and_a_sentence_once_it_is_gone()
    {
        await using var chat = new ChatProcess(new Dictionary<string, string> { ["Chat__PathBase"] = "/chat-app" });
        await chat.StartAsync();
        var nowhere = Path.Combine(chat.Data, "elsewhere");
        (string, string)[] settings = [("ASPNETCORE_HTTP_PORTS", $"{chat.Address.Port}"), ("Chat__PathBase", "/chat-app"), ("Chat__DataDirectory", nowhere)];

        var up = await EndOfAsync(settings, "--health");
        await chat.KillAsync();
        var down = await EndOfAsync(settings, "--health");

        Assert.Equal((0, "", ""), up);
        Assert.Equal(1, down.Code);
        Assert.Contains($"No chat answers at http://127.0.0.1:{chat.Address.Port}/chat-app/", down.Errors, StringComparison.Ordinal);
        Assert.Single(down.Errors.Trim().Split('\n'));
        Assert.False(Directory.Exists(nowhere));
    }

    [Fact]
    public async Task Version_is_one_line() => Assert.Matches(@"^BlazorChat \d+\.\d+\.\d+\S*\n$", (await EndOfAsync([], "--version")).Output);

    [Theory]
    [InlineData("http://localhost:5080/")]
    [InlineData("http://127.0.0.1:81/", "http_ports", "81;82")]
    [InlineData("http://127.0.0.1/", "urls", "http://*", "http_ports", "81")]
    [InlineData("http://127.0.0.1:82/", "urls", "https://0.0.0.0:83;http://[::]:82")]
    [InlineData("https://10.1.2.3/", "urls", "https://10.1.2.3")]
    [InlineData("http://[::1]:84/chat-app/", "urls", "http://[::1]:84", "Chat:PathBase", "/chat-app")]
    [InlineData("http://127.0.0.1:85/", "Kestrel:Endpoints:Web:Url", "http://chat.example.org:85", "urls", "http://localhost:86")]
    public void Health_asks_where_the_server_would_listen(string expected, params string[] settings) =>
        Assert.Equal(expected, AddressOf(settings).Url.AbsoluteUri);

    [Fact]
    public void Health_asks_through_a_socket_and_names_a_host_that_is_accepted()
    {
        Assert.Equal("/run/chat.sock", AddressOf("urls", "http://unix:/run/chat.sock").Socket);
        Assert.Equal("chat.example.org", AddressOf("AllowedHosts", "chat.example.org;www.example.org").Host);
        Assert.Equal("health.example.org", AddressOf("AllowedHosts", "*.example.org").Host);
        Assert.Null(AddressOf("AllowedHosts", "*").Host);
    }

    [Fact]
    public async Task Health_says_so_if_nobody_can_know_the_port()
    {
        var (code, errors, _) = await EndOfAsync([("ASPNETCORE_URLS", "http://127.0.0.1:0")], "--health");

        Assert.Equal(1, code);
        Assert.Contains("name a port", errors, StringComparison.Ordinal);
    }

    private static LocalAddress AddressOf(params string[] settings) => LocalAddress.Of(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build());

    private static async Task<(int Code, string Errors, string Output)> EndOfAsync((string, string)[] environment, string verb)
    {
        await using var run = ProgramRun.Start(environment, verb);
        return await run.ToEndAsync();
    }
}
