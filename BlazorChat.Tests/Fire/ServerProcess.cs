using System.Net.Http.Headers;
using BlazorChat.Load;
using BlazorChat.Load.Client;

namespace BlazorChat.Tests.Fire;

/// <summary>The chat as its own process, without limits, and people who talk to it.</summary>
public sealed class ServerProcess(params (string Name, string Value)[] more)
    : ChatProcess(WithoutLimits.Concat(more.ToDictionary(one => one.Name, one => one.Value)).ToDictionary())
{
    public async Task<ChatClient> SignUpAsync(string name)
    {
        var anonymous = new ChatClient(NewHttp(null));
        var account = new { username = $"{name}-{Guid.NewGuid().ToString("N")[..6]}", password = ChatApp.Password };
        Assert.Equal(201, (await anonymous.PostAsync("/auth/register", account)).Status);
        return await ShowingAsync((await anonymous.PostAsync("/auth/token", account))["access_token"].GetString()!);
    }

    public async Task<ChatClient> ShowingAsync(string token)
    {
        var client = new ChatClient(NewHttp(token));
        await client.IntroduceAsync();
        return client;
    }

    private HttpClient NewHttp(string? token) => new(new SocketsHttpHandler { UseCookies = false })
    {
        BaseAddress = Address,
        Timeout = Patience.Limit,
        DefaultRequestHeaders = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) },
    };
}
