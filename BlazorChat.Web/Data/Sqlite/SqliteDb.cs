using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace BlazorChat.Web.Data.Sqlite;

/// <summary>The database as a file, for one process.</summary>
public sealed partial class SqliteDb(DbContextOptions<SqliteDb> options) : ChatDb(options)
{
    /// <inheritdoc/>
    public override bool IsShared => false;

    /// <inheritdoc/>
    public override SearchIndex SearchIndex { get; } = new SqliteSearch();

    /// <inheritdoc/>
    public override async Task<IDbContextTransaction> SnapshotAsync(CancellationToken ct)
    {
        await Database.OpenConnectionAsync(ct);
        var connection = (SqliteConnection)Database.GetDbConnection();
        return (await Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), ct))!;
    }

    /// <summary>Nothing to lock: there is only one process.</summary>
    public override Task<DatabaseLock> LockAsync(IReadOnlyList<string> names, CancellationToken ct) => Task.FromResult(new DatabaseLock(null));

    /// <summary>The file, and what is not yet written into it.</summary>
    public override Task<long> SizeAsync(CancellationToken ct)
    {
        var path = new SqliteConnectionStringBuilder(Database.GetConnectionString()).DataSource;
        return Task.FromResult(SizeOf(path) + SizeOf(path + "-wal"));

        static long SizeOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
    }

    internal override async Task<bool> HasTablesAsync(CancellationToken ct) =>
        await Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE type = 'table'").SingleAsync(ct) > 0;

    /// <summary>None: the process that uses the file has locked the data folder.</summary>
    internal override Task<IReadOnlyList<string>> RunningNodesAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([]);

    internal override LogStatements PrepareStatements() => new SqliteStatements(Database);

    // While EF Core migrates, it keeps a lock row in a table. A process that is killed meanwhile leaves the row, and every
    // later one would wait for it. Nobody else can be migrating now: the data folder is locked by this process.
    internal override async Task BeforeMigratingAsync(ILogger logger)
    {
        const string table = "__EFMigrationsLock";
        if (await Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = {table}").SingleAsync() == 0)
            return;
        if (await Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsLock" """) > 0)
            Logs.Interrupted(logger);
    }

    // Stored in the file: readers and the writer do not wait for each other.
    internal override async Task PrepareAsync()
    {
        await Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
        await base.PrepareAsync();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // LIKE ignores the case of ASCII letters; like(pattern, text, escape) is the same as a function.
        builder.HasDbFunction(LikePattern.Function).HasTranslation(text => new SqlFunctionExpression(
            "like", [text[1], text[0], new SqlFragmentExpression($"'{LikePattern.Escape}'")], nullable: true,
            argumentsPropagateNullability: [true, true, false], typeof(bool), new BoolTypeMapping("INTEGER")));
    }

    private static partial class Logs
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "An update of the database was interrupted and is begun again")]
        public static partial void Interrupted(ILogger logger);
    }
}
