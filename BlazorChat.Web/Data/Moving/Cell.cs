using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BlazorChat.Web.Data.Moving;

/// <summary>A value of a row, in one form whichever database it comes from.</summary>
internal static class Cell
{
    /// <summary>Reads a column as its type in .NET. JSON stays text.</summary>
    public static object? Read(DbDataReader rows, int n, IColumn column)
    {
        if (rows.IsDBNull(n))
            return null;
        var type = Nullable.GetUnderlyingType(column.ProviderClrType) ?? column.ProviderClrType;
        var value = rows.GetValue(n);
        return value switch
        {
            byte[] bytes => bytes,
            string text when type == typeof(DateTimeOffset) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUniversalTime(),
            DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
            DateTimeOffset time => time.ToUniversalTime(),
            string text => text,
            _ when type == typeof(bool) => Convert.ToBoolean(value, CultureInfo.InvariantCulture),
            _ when type == typeof(int) => Convert.ToInt32(value, CultureInfo.InvariantCulture),
            _ when type == typeof(long) => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException($"A column of type {type} cannot be moved."),
        };
    }

    /// <summary>The value as text for a checksum, the same for both databases.</summary>
    public static string Canonical(object? value, IColumn column) => value switch
    {
        null => "-",
        byte[] bytes => "b" + Convert.ToHexStringLower(bytes),
        // To the microsecond, which is all that PostgreSQL keeps.
        DateTimeOffset time => "t" + (time.UtcTicks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
        string json when IsJson(column) => "j" + Sorted(JsonElement.Parse(json)),
        string text => "s" + text,
        IFormattable number => "n" + number.ToString(null, CultureInfo.InvariantCulture),
        _ => "n" + value,
    };

    /// <summary>Whether the column holds JSON, which PostgreSQL stores in a form of its own.</summary>
    public static bool IsJson(IColumn column) => column.StoreType == "jsonb" || column.PropertyMappings.Count == 0;

    private static string Sorted(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', json.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => p.Name + ":" + Sorted(p.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(',', json.EnumerateArray().Select(Sorted)) + "]",
        _ => json.GetRawText(),
    };
}
