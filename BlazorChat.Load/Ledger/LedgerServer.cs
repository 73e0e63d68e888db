using BlazorChat.Load.Client;

namespace BlazorChat.Load.Ledger;

/// <summary>One server with SQLite, which is killed and started again.</summary>
internal sealed class LedgerServer : LedgerChat
{
    private readonly ChatProcess server = new(ChatProcess.WithoutLimits);

    public override IReadOnlyList<Uri> Addresses => [server.Address];

    public override TimeSpan Patience { get; } = TimeSpan.FromMinutes(5);

    public override IReadOnlyList<Harm> Harms => [new("the server killed", (_, _, _) => KillAsync())];

    public override Task StartAsync() => server.StartAsync();

    public override async Task<string?> FindDamageAsync(CancellationToken ct)
    {
        await server.KillAsync();
        return await Integrity.CheckAsync(server.Data, ct) is not "ok" and var damage ? damage : null;
    }

    public override ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<string?> KillAsync()
    {
        await server.KillAsync();
        await server.StartAsync();
        return null;
    }
}
