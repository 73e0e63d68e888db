using System.Net.WebSockets;
using System.Text;

namespace BlazorChat.Tests.Features.Account;

public sealed class CircuitsTests(ManualClockApp app) : IClassFixture<ManualClockApp>
{
    // https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/HubProtocol.md
    private static readonly byte[] Handshake = Encoding.UTF8.GetBytes("""{"protocol":"blazorpack","version":1}""" + "\u001e");

    [Theory]
    [InlineData("ban")]
    [InlineData("sign-out")]
    public async Task The_circuits_of_someone_who_is_signed_out_or_banned_are_cut_without_any_time_passing(string act)
    {
        var (ada, grace) = (await Browser.SignUpAsync(app, "ada"), await Browser.SignUpAsync(app, "grace"));
        using var cut = await ConnectAsync(ada);
        using var kept = await ConnectAsync(grace);

        await app.Admin.PostAsync($"/chat/admin/users/{ada.Client.UserId}/{act}", new { reason = "Shouting" });
        await ToEndAsync(cut);

        Assert.Equal(WebSocketState.Open, kept.State);
    }

    [Fact]
    public async Task Signing_out_cuts_the_circuits_of_that_sign_in()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        using var circuit = await ConnectAsync(ada);

        await ada.Client.PostAsync("/account/logout");

        await ToEndAsync(circuit);
    }

    [Fact]
    public async Task Nobody_comes_to_a_circuit_without_a_sign_in()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        Assert.Equal(200, (await ada.Client.PostAsync("/_blazor/negotiate?negotiateVersion=1")).Status);
        await app.Admin.PostAsync($"/chat/admin/users/{ada.Client.UserId}/ban", new { reason = "Shouting" });

        Assert.Equal(401, (await ada.Client.PostAsync("/_blazor/negotiate?negotiateVersion=1")).Status);
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(ada));
    }

    [Theory]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task No_page_of_another_site_opens_a_circuit_with_our_cookie(string header, string value)
    {
        var ada = await Browser.SignUpAsync(app, "ada");

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(ada, header, value));

        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_access_token_opens_a_circuit()
    {
        var made = await app.Admin.PostAsync("/auth/tokens", new { name = "Robot", scope = "admin" });

        var refused = await app.Showing(made["token"].GetString()!).PostAsync("/_blazor/negotiate?negotiateVersion=1");

        Assert.Equal(401, refused.Status);
    }

    private Task<ClientWebSocket> ConnectAsync(Browser browser) =>
        ConnectAsync(browser, "Origin", app.Address.GetLeftPart(UriPartial.Authority));

    private async Task<ClientWebSocket> ConnectAsync(Browser browser, string header, string value)
    {
        var socket = new ClientWebSocket();
        socket.Options.Cookies = browser.Cookies;
        socket.Options.SetRequestHeader(header, value);
        var address = new UriBuilder(new Uri(app.Address, "/_blazor")) { Scheme = "ws" };
        await socket.ConnectAsync(address.Uri, TestContext.Current.CancellationToken);
        await socket.SendAsync(Handshake, WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        var answer = new byte[64];
        var received = await socket.ReceiveAsync(answer, TestContext.Current.CancellationToken);
        Assert.StartsWith("{}", Encoding.UTF8.GetString(answer, 0, received.Count), StringComparison.Ordinal);
        return socket;
    }

    private static async Task ToEndAsync(ClientWebSocket socket)
    {
        using var patience = Patience.Begin();
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer, patience.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
            // Cut without a farewell.
        }
    }
}
