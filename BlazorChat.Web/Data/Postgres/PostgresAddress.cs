using System.Globalization;
using Npgsql;

namespace BlazorChat.Web.Data.Postgres;

/// <summary>
/// Reads where PostgreSQL is: <c>Host=...;Database=...</c>, or an address as other programs write it,
/// <c>postgres://user:password@host:port/database?sslmode=require</c>, which Npgsql does not understand
/// (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS).
/// </summary>
internal static class PostgresAddress
{
    // Several nodes share the connections of one server, which by default has a hundred.
    private const int MostConnections = 24;
    private const int ConnectSeconds = 5;
    private const int CommandSeconds = 15;
    private const int MostPrepared = 100;

    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["connect_timeout"] = "Timeout",
        ["application_name"] = "Application Name",
        ["target_session_attrs"] = "Target Session Attributes",
        ["options"] = "Options",
        ["host"] = "Host",
        ["port"] = "Port",
        ["user"] = "Username",
        ["password"] = "Password",
        ["dbname"] = "Database",
    };

    /// <summary>Whether the text names a PostgreSQL database.</summary>
    public static bool IsIn(string text) => IsUri(text) || text.Contains("Host=", StringComparison.OrdinalIgnoreCase) ||
        text.Contains("Server=", StringComparison.OrdinalIgnoreCase);

    /// <summary>The connection string for Npgsql, with what this chat expects where nothing else is said.</summary>
    /// <exception cref="FormatException">It is not an address of PostgreSQL. The message says why, and names no password.</exception>
    public static string Parse(string text)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = IsUri(text) ? OfUri(text) : new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception wrong) when (wrong is ArgumentException or KeyNotFoundException or NotSupportedException)
        {
            throw new FormatException(wrong.Message, wrong);
        }
        if (string.IsNullOrEmpty(settings.Host))
            throw new FormatException("it names no host.");
        Default("Maximum Pool Size", MostConnections);
        Default("Timeout", ConnectSeconds);
        Default("Command Timeout", CommandSeconds);
        Default("Max Auto Prepare", MostPrepared);
        Default("Application Name", "BlazorChat");
        Default("Keepalive", 10);
        return settings.ConnectionString;

        void Default(string name, object value)
        {
            if (!settings.ShouldSerialize(name))
                settings[name] = value;
        }
    }

    private static bool IsUri(string text) =>
        text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    // Not by System.Uri: it knows neither several hosts nor a host that is left out.
    private static NpgsqlConnectionStringBuilder OfUri(string text)
    {
        var rest = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var (path, query) = Cut(rest, rest.IndexOf('?', StringComparison.Ordinal));
        var (authority, database) = Cut(path, path.IndexOf('/', StringComparison.Ordinal));
        var at = authority.LastIndexOf('@');
        var (login, hosts) = at < 0 ? ("", authority) : (authority[..at], authority[(at + 1)..]);
        var (user, password) = Cut(login, login.IndexOf(':', StringComparison.Ordinal));
        var settings = new NpgsqlConnectionStringBuilder();
        if (hosts.Length > 0)
            SetHosts(settings, hosts);
        if (user.Length > 0)
            settings.Username = Uri.UnescapeDataString(user);
        if (password.Length > 0)
            settings.Password = Uri.UnescapeDataString(password);
        if (database.Length > 0)
            settings.Database = Uri.UnescapeDataString(database);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = Cut(pair, pair.IndexOf('=', StringComparison.Ordinal));
            if (!Settings.TryGetValue(name, out var setting))
                throw new FormatException($"'{name}' is not known. Known are {string.Join(", ", Settings.Keys)}.");
            var plain = Uri.UnescapeDataString(value);
            settings[setting] = setting == "SSL Mode" ? plain.Replace("-", "", StringComparison.Ordinal) : plain;
        }
        return settings;
    }

    private static void SetHosts(NpgsqlConnectionStringBuilder settings, string hosts)
    {
        if (hosts.Contains(',', StringComparison.Ordinal))
        {
            settings.Host = Uri.UnescapeDataString(hosts); // Npgsql reads host:port,host:port itself
            return;
        }
        var colon = hosts.LastIndexOf(':');
        var hasPort = colon >= 0 && !hosts.EndsWith(']');
        settings.Host = Uri.UnescapeDataString(hasPort ? hosts[..colon] : hosts).Trim('[', ']');
        if (!hasPort)
            return;
        settings.Port = int.TryParse(hosts.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? port
            : throw new FormatException($"'{hosts[(colon + 1)..]}' is not a port. A password with @, / or : must be percent-encoded.");
    }

    private static (string Before, string After) Cut(string text, int at) => at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
}
