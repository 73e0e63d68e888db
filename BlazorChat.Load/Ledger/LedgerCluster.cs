using BlazorChat.Load.Client;

namespace BlazorChat.Load.Ledger;

/// <summary>Several nodes that share PostgreSQL and Redis. All of them stop and come back, one at a time.</summary>
internal sealed class LedgerCluster(int count) : LedgerChat
{
    private const string Database = "chat";

    private readonly RedisProcess redis = new();
    private PostgresServer? postgres;
    private ChatProcess[] nodes = [];

    public override IReadOnlyList<Uri> Addresses => [.. nodes.Select(node => node.Address)];

    public override TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);

    public override IReadOnlyList<Harm> Harms =>
    [
        new("a node killed", (random, _, _) => KillAsync(Any(random))),
        new("the nodes restarted, one after the other", (_, _, _) => RestartAllAsync()),
        new("a node stopped by SIGSTOP", (random, probe, ct) => FreezeAsync(random, probe, ct)),
        new("PostgreSQL stopped", StopPostgresAsync),
        new("PostgreSQL's sessions ended", (_, _, _) => EndSessionsAsync()),
        new("Redis shut down", (random, _, ct) => StopRedisAsync(random, ct)),
        new("Redis paused", (random, _, ct) => PauseRedisAsync(random, ct)),
    ];

    public override async Task StartAsync()
    {
        postgres = await PostgresServer.StartAsync(isDurable: true);
        await postgres.RunSqlAsync("postgres", $"CREATE DATABASE {Database}");
        await redis.StartAsync();
        var settings = new Dictionary<string, string>(ChatProcess.WithoutLimits)
        {
            ["ConnectionStrings__Chat"] = postgres.ConnectionString(Database),
            ["REDIS_URL"] = redis.Address,
            ["Chat__DrainSeconds"] = "1",
        };
        nodes = [.. Enumerable.Range(0, count).Select(_ => new ChatProcess(settings))];
        // All at once: they take turns in making the database.
        await Task.WhenAll(nodes.Select(node => node.StartAsync()));
    }

    public override async Task<string?> FindDamageAsync(CancellationToken ct)
    {
        var holes = await postgres!.RunSqlAsync(Database, """SELECT max("Position") - count(*) FROM log""");
        return holes == "0" ? null : $"The log has {holes} holes";
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        await redis.DisposeAsync();
        if (postgres is not null)
            await postgres.DisposeAsync();
    }

    private ChatProcess Any(Random random) => nodes[random.Next(nodes.Length)];

    private static async Task<string?> KillAsync(ChatProcess node)
    {
        await node.KillAsync();
        await node.StartAsync();
        return null;
    }

    // By SIGTERM, as for an update.
    private async Task<string?> RestartAllAsync()
    {
        foreach (var node in nodes)
        {
            await node.TellToStopAsync();
            if (await node.ToExitAsync() is not 0 and var code)
                return $"{node.Address} ended with code {code} when it was told to stop";
            await node.StartAsync();
        }
        return null;
    }

    // The others must not wait for it, whatever it was about to do.
    private async Task<string?> FreezeAsync(Random random, LedgerProbe probe, CancellationToken ct)
    {
        var node = Any(random);
        await node.PauseAsync();
        try
        {
            await Task.Delay(random.Next(500, 20_000), ct);
            return await probe.ToRecoveryAsync([.. Addresses.Except([node.Address])], "the others, while a node stands still", ct);
        }
        finally
        {
            await node.ContinueAsync();
        }
    }

    private async Task<string?> StopPostgresAsync(Random random, LedgerProbe probe, CancellationToken ct)
    {
        await postgres!.StopAtOnceAsync();
        var wrong = await probe.ExpectUnavailableAsync(Addresses, ct);
        await Task.Delay(random.Next(0, 3000), ct);
        wrong ??= await probe.ExpectUnavailableAsync(Addresses, ct);
        await postgres.StartAsync();
        return wrong;
    }

    private async Task<string?> EndSessionsAsync()
    {
        await postgres!.RunSqlAsync("postgres", $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Database}'");
        return null;
    }

    private async Task<string?> StopRedisAsync(Random random, CancellationToken ct)
    {
        await redis.StopAsync();
        await Task.Delay(random.Next(0, 5000), ct);
        await redis.StartAsync();
        return null;
    }

    private async Task<string?> PauseRedisAsync(Random random, CancellationToken ct)
    {
        var time = TimeSpan.FromMilliseconds(random.Next(500, 6000));
        await redis.PauseAsync(time);
        await Task.Delay(time, ct);
        return null;
    }
}
