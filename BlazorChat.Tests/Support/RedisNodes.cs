namespace BlazorChat.Tests.Support;

/// <summary>Two nodes of one chat, on PostgreSQL and with a Redis of their own.</summary>
public class RedisNodes : IAsyncLifetime
{
    private readonly (string, string)[] settings;
    private ChatApp? a;
    private NodeApp? b;

    public RedisNodes() : this([])
    {
    }

    /// <param name="settings">What differs from the generous configuration, at both.</param>
    protected RedisNodes((string, string)[] settings) => this.settings = settings;

    public RedisServer Redis { get; } = new();

    public ChatApp A => a!;

    public NodeApp B => b!;

    public async ValueTask InitializeAsync()
    {
        await Redis.StartAsync();
        a = new ChatApp([.. Redis.Settings, .. settings], isOnPostgres: true);
        await a.InitializeAsync();
        b = new NodeApp(a, [.. Redis.Settings, .. settings]);
        await b.InitializeAsync();
        await UntilHearingAsync();
    }

    /// <summary>Waits until both hear each other.</summary>
    public async Task UntilHearingAsync()
    {
        foreach (var node in (ChatApp[])[A, B])
            await StoredBytes.UntilAsync(() => node.Bus.Counts is { IsConnected: true }, "a node hears");
    }

    public async ValueTask DisposeAsync()
    {
        await b!.DisposeAsync();
        await a!.DisposeAsync();
        await Redis.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
