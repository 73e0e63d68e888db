using BlazorChat.Load.Client;
using StackExchange.Redis;

namespace BlazorChat.Tests.Support;

/// <summary>A Redis of its own for tests, which keeps nothing. It can be killed, started again in the same place, and paused.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private readonly RedisProcess process = new();

    public string Url => process.Address;

    /// <summary>The settings of a chat that uses it.</summary>
    public (string Key, string Value)[] Settings => [("REDIS_URL", Url)];

    public async ValueTask InitializeAsync() => await StartAsync();

    public Task StartAsync() => process.StartAsync().InPatienceAsync();

    /// <summary>Ends it at once, as by a crash.</summary>
    public Task KillAsync() => process.KillAsync();

    /// <summary>For so long it takes what is sent to it and does nothing of it. No connection can end that earlier.</summary>
    public Task PauseAsync(TimeSpan time) => process.PauseAsync(time);

    public async Task<RedisResult> AskAsync(string command, params object[] arguments)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"{new Uri(Url).Authority},allowAdmin=true");
        return await connection.GetDatabase().ExecuteAsync(command, arguments);
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
