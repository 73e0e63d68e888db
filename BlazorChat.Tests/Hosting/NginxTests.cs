using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BlazorChat.Load.Client;

namespace BlazorChat.Tests.Hosting;

public sealed class ChatBehindNginx() : ChatApp([("Chat:TrustedProxies:0", "127.0.0.1")]);

/// <summary>A real nginx in front of the chat: with its defaults, and as the examples in deploy/nginx set it.</summary>
public sealed class NginxTests(ChatBehindNginx app) : IClassFixture<ChatBehindNginx>
{
    // By default it buffers answers, and asks by HTTP/1.0.
    [Theory]
    [InlineData("")]
    [InlineData("gzip on; gzip_types *; gzip_proxied any; gzip_min_length 0;")]
    [InlineData("proxy_http_version 1.1;")]
    public async Task An_nginx_that_nobody_prepared_passes_events_on_at_once(string settings)
    {
        var (nginx, address) = await Nginx.StartInFrontOfAsync(app.Address, settings);
        await using (nginx)
            await TalksAsync(address);
    }

    [Fact]
    public async Task The_example_for_one_chat_serves_by_TLS_and_sends_plain_requests_there()
    {
        var (plain, port, folder) = (FreePort.Find(), FreePort.Find(), Directory.CreateTempSubdirectory("certificate-"));
        await WriteCertificateAsync(folder.FullName);
        await using var nginx = await Nginx.StartAsync(File.ReadAllText(Path.Combine(Repository.Root, "deploy/nginx/chat.conf"))
            .Replace("listen 80;", $"listen 127.0.0.1:{plain};", StringComparison.Ordinal)
            .Replace("listen 443 ", $"listen 127.0.0.1:{port} ", StringComparison.Ordinal)
            .Replace("/etc/letsencrypt/live/chat.example.org", folder.FullName, StringComparison.Ordinal)
            .Replace("127.0.0.1:5080", app.Address.Authority, StringComparison.Ordinal));
        using var http = NewHttp(new Uri($"http://127.0.0.1:{plain}"));

        var moved = await http.GetAsync("/room/general", TestContext.Current.CancellationToken);
        var page = await TalksAsync(new Uri($"https://127.0.0.1:{port}"));

        Assert.Equal((HttpStatusCode.MovedPermanently, "https"), (moved.StatusCode, moved.Headers.Location!.Scheme));
        // Sent only where the chat knows that the browser uses TLS.
        Assert.True(page.Headers.Contains("Strict-Transport-Security"));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_example_for_several_nodes_keeps_a_browser_on_its_node_and_goes_around_one_that_is_gone()
    {
        var (nginx, address) = await Nginx.StartInFrontOfAsync("", app.Address, new Uri($"http://127.0.0.1:{FreePort.Find()}"));
        await using var stops = nginx;

        // Each is another browser: some of them would be sent to the node that is gone.
        for (var i = 0; i < 8; i++)
        {
            var page = await TalksAsync(address);
            Assert.Contains(page.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("chat_node=", StringComparison.Ordinal));
        }
        using var http = NewHttp(address);
        http.DefaultRequestHeaders.Add("Cookie", "chat_node=there-already");
        var again = await http.GetAsync("/account/login", TestContext.Current.CancellationToken);
        Assert.DoesNotContain(again.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("chat_node=", StringComparison.Ordinal));
    }

    /// <returns>A page that came the same way.</returns>
    private async Task<HttpResponseMessage> TalksAsync(Uri address)
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        using var http = NewHttp(address);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ada.AccessToken);
        var outside = new ChatClient(http);
        await using var stream = await outside.OpenStreamAsync(room);

        await outside.SayAsync(room, "Through nginx");

        Assert.Equal("Through nginx", (await stream.NextMessageAsync()).Text);
        http.DefaultRequestHeaders.Authorization = null;
        http.DefaultRequestHeaders.Host = "chat.example.org";
        return await http.GetAsync("/account/login", TestContext.Current.CancellationToken);
    }

    private static HttpClient NewHttp(Uri address)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.GZip };
#pragma warning disable CA5359 // The certificate is made by the test.
        handler.SslOptions.RemoteCertificateValidationCallback = delegate { return true; };
#pragma warning restore CA5359
        return new HttpClient(handler) { BaseAddress = address, Timeout = Patience.Limit };
    }

    private static async Task WriteCertificateAsync(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=chat.example.org", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        await File.WriteAllTextAsync(Path.Combine(folder, "fullchain.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "privkey.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}
