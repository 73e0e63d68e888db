using BlazorChat.Web.Data.Postgres;
using BlazorChat.Web.Data.Sqlite;
using BlazorChat.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Data.Moving;

/// <summary><c>--move-to "Host=..."</c> or <c>--move-to "Data Source=..."</c>: moves the chat instead of serving it.</summary>
internal static class MoveVerb
{
    /// <returns>Whether the program was asked to move the chat. Then it has been moved.</returns>
    /// <exception cref="CannotStartException">It could not be moved. The old database is as it was.</exception>
    public static async Task<bool> TryMoveAsync(this WebApplication app)
    {
        if (app.Configuration["move-to"] is not { Length: > 0 } address)
            return false;
        var (services, ct) = (app.Services, CancellationToken.None);
        await using var source = await services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(ct);
        if (!source.IsShared)
            services.GetRequiredService<DataFolder>().Take();
        await using var target = Open(address, services);
        await new Move(source, target, target.IsShared ? new PostgresRowWriter(target) : new SqliteRowWriter(target), Console.WriteLine)
            .RunAsync(services.GetRequiredService<ILoggerFactory>().CreateLogger<Move>(), ct);
        Console.WriteLine(target.IsShared
            ? "The chat is moved. Start it with ConnectionStrings:Chat set to that database. Uploaded files stay where they are."
            : "The chat is moved. Put the file into the data folder as chat.db, and start the chat without ConnectionStrings:Chat. Uploaded files stay where they are.");
        return true;
    }

    private static ChatDb Open(string address, IServiceProvider services)
    {
        try
        {
            return PostgresAddress.IsIn(address)
                ? new PostgresDb(Options<PostgresDb>().UseNpgsql(PostgresAddress.Parse(address)).Options)
                : new SqliteDb(Options<SqliteDb>().UseSqlite(SqliteAddress.Of(new SqliteConnectionStringBuilder(address).DataSource is { Length: > 0 } file
                    ? file : throw new FormatException("name a file: Data Source=chat.db."))).AddInterceptors(new SqlitePragmas()).Options);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            throw new CannotStartException($"--move-to: {wrong.Message}");
        }

        // The model depends on Identity's options, which are the application's.
        DbContextOptionsBuilder<TDb> Options<TDb>() where TDb : ChatDb => new DbContextOptionsBuilder<TDb>().UseApplicationServiceProvider(services);
    }
}
