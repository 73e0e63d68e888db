using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace BlazorChat.Web.Data.Postgres;

/// <summary>The database on a PostgreSQL server, for any number of nodes.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : ChatDb(options)
{
    private const int MostLocks = 8;

    /// <inheritdoc/>
    public override bool IsShared => true;

    /// <inheritdoc/>
    public override SearchIndex SearchIndex { get; } = new PostgresSearch();

    /// <inheritdoc/>
    public override Task<IDbContextTransaction> SnapshotAsync(CancellationToken ct) =>
        Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);

    /// <summary>
    /// Locks of PostgreSQL that end with their transaction, so they work through PgBouncer and end when the node dies. Their
    /// sessions are none of those that everything else uses: a slow file store must not use those up.
    /// </summary>
    public override async Task<DatabaseLock> LockAsync(IReadOnlyList<string> names, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(ForLocks(Database.GetConnectionString()!));
        try
        {
            await connection.OpenAsync(ct);
            await connection.BeginTransactionAsync(ct);
            foreach (var name in names)
            {
                await using var command = connection.CreateCommand();
                command.CommandText = "SELECT pg_advisory_xact_lock(hashtextextended(@name, 0))";
                command.CommandTimeout = 0;
                command.Parameters.AddWithValue("name", name);
                await command.ExecuteNonQueryAsync(ct);
            }
            return new DatabaseLock(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public override Task<long> SizeAsync(CancellationToken ct) =>
        Database.SqlQuery<long>($"""SELECT pg_database_size(current_database()) AS "Value" """).SingleAsync(ct);

    internal override async Task<bool> HasTablesAsync(CancellationToken ct) => await Database.SqlQuery<long>(
        $"""SELECT count(*) AS "Value" FROM information_schema.tables WHERE table_schema = current_schema()""").SingleAsync(ct) > 0;

    // A node that dies leaves its row, which says for a while that it runs.
    internal override async Task<IReadOnlyList<string>> RunningNodesAsync(CancellationToken ct) =>
        await Database.SqlQuery<bool>($"""SELECT to_regclass('nodes') IS NOT NULL AS "Value" """).SingleAsync(ct)
            ? await Database.SqlQuery<string>(
                $"""SELECT "HostName" AS "Value" FROM nodes WHERE "SeenAt" > clock_timestamp() - interval '20 seconds'""").ToListAsync(ct)
            : [];

    internal override LogStatements PrepareStatements() => new PostgresStatements(Database);

    // Another text means another pool.
    private static string ForLocks(string connection)
    {
        var address = new NpgsqlConnectionStringBuilder(connection) { MinPoolSize = 0, MaxPoolSize = MostLocks };
        address.ApplicationName = $"{address.ApplicationName} locks".Trim();
        return address.ConnectionString;
    }

    // By code points, as SQLite sorts: the same pages in the same order in both databases, and LIKE can use indexes.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<string>().UseCollation("C");

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // The function behind ILIKE. With this collation it ignores the case of ASCII letters, as SQLite does.
        builder.HasDbFunction(LikePattern.Function).HasName("texticlike").IsBuiltIn();
    }
}
