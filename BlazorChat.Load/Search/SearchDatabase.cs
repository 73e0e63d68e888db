using System.Data.Common;
using System.Globalization;

namespace BlazorChat.Load.Search;

/// <summary>The database of a chat, seen from beside it: filled while the chat is stopped, looked into while it runs.</summary>
internal abstract class SearchDatabase : IAsyncDisposable
{
    private const string Prepared = """
        UPDATE log_state SET "Head" = @last, "TrimmedTo" = @last;
        UPDATE followers SET "Position" = @last;
        DROP TABLE IF EXISTS message_search; DROP TABLE IF EXISTS search_state; DROP TABLE IF EXISTS search_days
        """;

    public abstract string Name { get; }

    /// <summary>Settings of a chat that uses it.</summary>
    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>How one would search without an index, and with the database's own.</summary>
    public abstract IReadOnlyList<Yardstick> Yardsticks { get; }

    /// <summary>How many bytes all that is in it takes.</summary>
    protected abstract string Size { get; }

    /// <summary>Called before the chat starts for the first time.</summary>
    /// <param name="folder">Where the chat keeps its data.</param>
    public abstract Task PrepareAsync(string folder);

    /// <summary>Enters messages, as a chat that has not had a search yet.</summary>
    public async Task FillAsync(IEnumerable<FilledMessage> messages, CancellationToken ct)
    {
        await using var connection = await ConnectAsync(ct);
        Dictionary<string, long> numbers = [];
        var last = 0L;
        await WriteAsync(connection, messages.Select(message =>
        {
            (numbers[message.RoomId], last) = (message.Number, message.Id);
            return message;
        }), ct);
        foreach (var (room, number) in numbers)
            await RunAsync(connection, """UPDATE rooms SET "LastNumber" = @number WHERE "Id" = @room""", ct, ("number", number), ("room", room));
        await RunAsync(connection, Prepared, ct, ("last", last));
        await SettleAsync(connection, ct);
    }

    /// <returns>Whether the index has all messages.</returns>
    public async Task<bool> IsCompleteAsync(CancellationToken ct)
    {
        await using var connection = await ConnectAsync(ct);
        return await NumberAsync(connection, "SELECT max(unread) FROM search_state", ct) == 0;
    }

    public async Task<long> LastIdAsync(CancellationToken ct)
    {
        await using var connection = await ConnectAsync(ct);
        return await NumberAsync(connection, "SELECT \"Head\" FROM log_state", ct) ?? 0;
    }

    public async Task<long> SizeAsync(CancellationToken ct)
    {
        await using var connection = await ConnectAsync(ct);
        return await NumberAsync(connection, Size, ct) ?? 0;
    }

    /// <summary>Bytes of the texts of all messages.</summary>
    public async Task<long> TextSizeAsync(CancellationToken ct)
    {
        await using var connection = await ConnectAsync(ct);
        return await NumberAsync(connection, "SELECT sum(octet_length(\"Text\")) FROM messages", ct) ?? 0;
    }

    /// <summary>A connection for questions that are asked beside the chat.</summary>
    public abstract Task<DbConnection> ConnectAsync(CancellationToken ct);

    public abstract ValueTask DisposeAsync();

    protected abstract Task WriteAsync(DbConnection connection, IEnumerable<FilledMessage> messages, CancellationToken ct);

    /// <summary>What the database does now and then by itself.</summary>
    protected abstract Task SettleAsync(DbConnection connection, CancellationToken ct);

    public static async Task RunAsync(DbConnection connection, string sql, CancellationToken ct, params (string Name, object Value)[] values)
    {
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<long?> NumberAsync(DbConnection connection, string sql, CancellationToken ct, params (string Name, object Value)[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteScalarAsync(ct) is { } number and not DBNull ? Convert.ToInt64(number, CultureInfo.InvariantCulture) : null;
    }

    public static DbCommand Command(DbConnection connection, string sql, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 3600);
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
