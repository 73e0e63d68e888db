using System.Data;
using System.Data.Common;
using System.Globalization;

namespace BlazorChat.Web.Data.Sqlite;

/// <summary>A statement that is prepared once and run again and again, on one connection.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly DbCommand command;

    /// <param name="connection">An open connection, which the statement is bound to.</param>
    /// <param name="sql">With parameters <c>@0</c>, <c>@1</c> and so on.</param>
    /// <param name="parameters">How many there are.</param>
    public PreparedStatement(DbConnection connection, string sql, int parameters = 0)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        for (var n = 0; n < parameters; n++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + n.ToString(CultureInfo.InvariantCulture);
            parameter.Direction = ParameterDirection.Input;
            command.Parameters.Add(parameter);
        }
    }

    public void Run(DbTransaction? transaction, params ReadOnlySpan<object?> values)
    {
        Bind(transaction, values);
        command.ExecuteNonQuery();
    }

    /// <returns>The number in the first row; null if there is no row.</returns>
    public long? ReadNumber(DbTransaction? transaction, params ReadOnlySpan<object?> values)
    {
        Bind(transaction, values);
        return (long?)command.ExecuteScalar();
    }

    /// <returns>The two columns of the first row.</returns>
    public (string?, string?) ReadTexts(DbTransaction? transaction, params ReadOnlySpan<object?> values)
    {
        Bind(transaction, values);
        using var row = command.ExecuteReader(CommandBehavior.SingleRow);
        return row.Read() ? (row.GetValue(0) as string, row.GetValue(1) as string) : default;
    }

    public void Dispose() => command.Dispose();

    private void Bind(DbTransaction? transaction, ReadOnlySpan<object?> values)
    {
        command.Transaction = transaction;
        for (var n = 0; n < values.Length; n++)
            command.Parameters[n].Value = values[n] ?? DBNull.Value;
    }
}
