using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Data;

/// <summary>Migrates the database to this version, while no other process may use the data folder.</summary>
internal static partial class DatabaseVersion
{
    public static async Task BringUpToDateAsync(ChatDb db, ILogger logger)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
        // This version does not know what a newer one changed. Writing to such a database could break what the newer version
        // relies on.
        if (applied.Except(known).LastOrDefault() is { } unknown)
            throw new CannotStartException(
                $"The database in Chat:DataDirectory was updated by a newer version of BlazorChat (by {unknown}). " +
                "Start that version or a later one, or restore a backup that was made before the update.");
        var pending = known.Except(applied).ToList();
        if (pending.Count == 0)
            return;
        await ForgetInterruptedUpdateAsync(db, logger);
        Log.Updating(logger, pending.Count, pending[^1]);
        await db.Database.MigrateAsync();
        Log.Updated(logger);
    }

    // While EF Core migrates, it keeps a lock row in a table. A process that is killed meanwhile leaves the row, and every
    // later one would wait for it. Nobody else can be migrating now: the data folder is locked by this process.
    private static async Task ForgetInterruptedUpdateAsync(ChatDb db, ILogger logger)
    {
        const string table = "__EFMigrationsLock";
        if (await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = {table}").SingleAsync() == 0)
            return;
        if (await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsLock" """) > 0)
            Log.Interrupted(logger);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Updating the database: {Count} steps, up to {Last}. The chat starts when that is done")]
        public static partial void Updating(ILogger logger, int count, string last);

        [LoggerMessage(Level = LogLevel.Information, Message = "The database is up to date")]
        public static partial void Updated(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "An update of the database was interrupted and is begun again")]
        public static partial void Interrupted(ILogger logger);
    }
}
