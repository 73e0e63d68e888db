using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data.Sqlite;
using BlazorChat.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Data;

/// <summary>Registers the database and brings it up to date before anything uses it.</summary>
internal static class DataServices
{
    public static void AddStorage(this IServiceCollection services)
    {
        services.AddSingleton<DataFolder>();
        services.AddPooledDbContextFactory<ChatDb>((provider, options) => options
            .UseSqlite(ConnectionString(provider.GetRequiredService<DataFolder>()))
            .AddInterceptors(new SqlitePragmas()));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContext());
    }

    /// <summary>Creates or updates the database, and the rows that must always be there.</summary>
    public static async Task PrepareStorageAsync(this WebApplication app)
    {
        app.Services.GetRequiredService<DataFolder>().Take();
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync();
        await DatabaseVersion.BringUpToDateAsync(db, app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DatabaseVersion)));
        // Stored in the file: readers and the writer do not wait for each other.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
        if (!await db.LogState.AnyAsync())
            db.LogState.Add(new LogState());
        if (!await db.Rooms.AnyAsync(r => r.Id == Room.DefaultId))
            db.Rooms.Add(DefaultRoom(app.Services.GetRequiredService<TimeProvider>()));
        await db.SaveChangesAsync();
    }

    private static Room DefaultRoom(TimeProvider clock) => Room.CreatePublic(
        RoomSlug.Parse(Room.DefaultId).Value, RoomName.Parse("General").Value,
        RoomTopic.Parse("Everyone is here").Value, clock.GetUtcNow().ToUnixTimeMilliseconds());

    // On a busy database the driver retries until its own time-out, 30 s by default, whatever SQLite's time-out is.
    private static string ConnectionString(DataFolder folder) => new SqliteConnectionStringBuilder
    {
        DataSource = folder.Database,
        ForeignKeys = true,
        DefaultTimeout = SqlitePragmas.BusySeconds,
    }.ToString();
}
