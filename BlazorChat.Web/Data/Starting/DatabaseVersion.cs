using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Data.Starting;

/// <summary>Migrates the database to this version, while no other process may use it.</summary>
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
                $"The database was updated by a newer version of BlazorChat (by {unknown}). " +
                "Start that version or a later one, or restore a backup that was made before the update.");
        var pending = known.Except(applied).ToList();
        if (pending.Count == 0)
            return;
        await db.BeforeMigratingAsync(logger);
        Log.Updating(logger, pending.Count, pending[^1]);
        await db.Database.MigrateAsync();
        Log.Updated(logger);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Updating the database: {Count} steps, up to {Last}. The chat starts when that is done")]
        public static partial void Updating(ILogger logger, int count, string last);

        [LoggerMessage(Level = LogLevel.Information, Message = "The database is up to date")]
        public static partial void Updated(ILogger logger);
    }
}
