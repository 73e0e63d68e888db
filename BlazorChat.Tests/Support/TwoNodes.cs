namespace BlazorChat.Tests.Support;

/// <summary>Two nodes of one chat, on PostgreSQL and without Redis.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private ChatApp? a;
    private NodeApp? b;

    public ChatApp A => a!;

    public NodeApp B => b!;

    public async ValueTask InitializeAsync()
    {
        a = new ChatApp([], isOnPostgres: true);
        await a.InitializeAsync();
        b = new NodeApp(a);
        await b.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await b!.DisposeAsync();
        await a!.DisposeAsync();
    }
}
