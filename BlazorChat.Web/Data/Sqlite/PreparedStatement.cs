using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BlazorChat.Web.Data.Sqlite;

/// <summary>
/// A statement that is prepared once and run again and again, on one connection. It speaks to SQLite itself: by way of the driver's
/// commands, each run takes several times as long.
/// </summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <param name="connection">An open connection, which the statement is bound to.</param>
    /// <param name="sql">With parameters <c>?1</c>, <c>?2</c> and so on.</param>
    public PreparedStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    /// <param name="values">Of the parameters: texts, numbers and nulls.</param>
    public void Run(params ReadOnlySpan<object?> values)
    {
        Step(values);
        Reset();
    }

    /// <returns>The number in the first row; null if there is no row.</returns>
    public long? ReadNumber(params ReadOnlySpan<object?> values)
    {
        long? number = Step(values) ? raw.sqlite3_column_int64(statement, 0) : null;
        Reset();
        return number;
    }

    /// <returns>The two columns of the first row.</returns>
    public (string?, string?) ReadTexts(params ReadOnlySpan<object?> values)
    {
        var texts = Step(values) ? (Text(0), Text(1)) : default;
        Reset();
        return texts;
    }

    public void Dispose() => statement.Dispose();

    private bool Step(ReadOnlySpan<object?> values)
    {
        for (var n = 0; n < values.Length; n++)
            Check(Bind(n + 1, values[n]));
        var outcome = raw.sqlite3_step(statement);
        if (outcome is raw.SQLITE_ROW or raw.SQLITE_DONE)
            return outcome == raw.SQLITE_ROW;
        Reset();
        Check(outcome);
        return false;
    }

    private int Bind(int parameter, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, parameter),
        string text => raw.sqlite3_bind_text(statement, parameter, text),
        int number => raw.sqlite3_bind_int64(statement, parameter, number),
        long number => raw.sqlite3_bind_int64(statement, parameter, number),
        _ => throw new ArgumentException($"A {value.GetType().Name} is not bound here.", nameof(value)),
    };

    private string? Text(int column) =>
        raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_text(statement, column).utf8_to_string();

    // A statement that is not reset keeps what it read from being forgotten.
    private void Reset() => raw.sqlite3_reset(statement);

    private void Check(int outcome) => SqliteException.ThrowExceptionForRC(outcome, database);
}
