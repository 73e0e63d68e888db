using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data.Postgres;
using BlazorChat.Web.Data.Sqlite;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Data.Starting;

/// <summary>Registers the database and brings it up to date before anything uses it.</summary>
internal static class DataServices
{
    public static void AddStorage(this IServiceCollection services)
    {
        services.AddSingleton<DataFolder>();
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseFaults>();
        services.AddExceptionHandler<DatabaseFailures>();
        services.AddPooledDbContextFactory<SqliteDb>((provider, options) => options
            .UseSqlite(SqliteAddress.Of(provider.GetRequiredService<DataFolder>().Database),
                // Of a long list of parameters, SQLite thinks that reading whole rooms would be quicker.
                sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(new SqlitePragmas()));
        services.AddPooledDbContextFactory<PostgresDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ForPostgres));
        services.AddSingleton<IDbContextFactory<ChatDb>>(provider => provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.IsPostgres
            ? new AnyDatabase<PostgresDb>(provider.GetRequiredService<IDbContextFactory<PostgresDb>>())
            : new AnyDatabase<SqliteDb>(provider.GetRequiredService<IDbContextFactory<SqliteDb>>()));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContext());
        services.AddSingleton<Keys>();
    }

    /// <summary>Creates or updates the database, and the rows that must always be there. Nodes that start together take turns.</summary>
    public static async Task PrepareStorageAsync(this WebApplication app)
    {
        var services = app.Services;
        await using var db = await services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync();
        if (!db.IsShared)
            services.GetRequiredService<DataFolder>().Take();
        await using var turn = await FirstConnection.WaitAsync(db, services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(FirstConnection)));
        await DatabaseVersion.BringUpToDateAsync(db, services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DatabaseVersion)));
        if (await db.Settings.AnyAsync(setting => setting.Key == Setting.Moving))
            throw new CannotStartException("A move into this database is not finished. Run it again (--move-to), or empty the database.");
        await db.PrepareAsync();
        if (!await db.LogState.AnyAsync())
            db.LogState.Add(new LogState());
        if (!await db.Rooms.AnyAsync(r => r.Id == Room.DefaultId))
            db.Rooms.Add(DefaultRoom(services.GetRequiredService<TimeProvider>()));
        await db.SaveChangesAsync();
        await services.GetRequiredService<Keys>().PrepareAsync(db);
    }

    private static Room DefaultRoom(TimeProvider clock) => Room.CreatePublic(
        RoomSlug.Parse(Room.DefaultId).Value, RoomName.Parse("General").Value,
        RoomTopic.Parse("Everyone is here").Value, clock.GetUtcNow().ToUnixTimeMilliseconds());
}
