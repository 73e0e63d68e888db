using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BlazorChat.Web.Data.Sqlite;

/// <summary>
/// Settings that SQLite keeps per connection, not per file. FULL: a commit is on disk before it is answered. Secure deletion: what is
/// deleted is overwritten, so that nobody finds it in the file.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>How long to wait for the file's lock, which the writer or an administrator's tool may hold.</summary>
    public const int BusySeconds = 5;

    private static readonly string Pragmas = string.Create(CultureInfo.InvariantCulture,
        $"PRAGMA synchronous = FULL; PRAGMA busy_timeout = {BusySeconds * 1000}; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
