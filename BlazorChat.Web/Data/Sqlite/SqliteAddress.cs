using Microsoft.Data.Sqlite;

namespace BlazorChat.Web.Data.Sqlite;

/// <summary>The connection string for a file.</summary>
internal static class SqliteAddress
{
    // On a busy database the driver retries until its own time-out, 30 s by default, whatever SQLite's time-out is.
    public static string Of(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = SqlitePragmas.BusySeconds,
    }.ToString();
}
