using BlazorChat.Web.Data.Postgres;
using BlazorChat.Web.Hosting;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Data.Starting;

/// <summary>The section <c>ConnectionStrings</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "ConnectionStrings";

    /// <summary>Where PostgreSQL is. Without it, the database is a file of SQLite in the data folder.</summary>
    public string? Chat { get; init; }

    internal bool IsPostgres => !string.IsNullOrWhiteSpace(Chat);

    /// <summary>For Npgsql; null if the database is SQLite.</summary>
    internal string? ForPostgres => IsPostgres ? PostgresAddress.Parse(Chat!) : null;
}

/// <summary>Checks the connection string before anything uses it. The message names no password.</summary>
internal sealed class DatabaseFaults : OptionsFaults<DatabaseOptions>
{
    protected override IEnumerable<string> Find(DatabaseOptions options)
    {
        if (options.IsPostgres && Fault(options.Chat!) is { } fault)
            yield return $"{DatabaseOptions.Section}:Chat: {fault}";
    }

    private static string? Fault(string text)
    {
        if (!PostgresAddress.IsIn(text))
            return "only PostgreSQL is named here: Host=...;Database=... or postgres://user:password@host:port/database. Leave it out for SQLite.";
        try
        {
            PostgresAddress.Parse(text);
            return null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }
}
