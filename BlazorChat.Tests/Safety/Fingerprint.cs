using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Safety;

/// <summary>All that the database holds, as one hash a table. When someone was last seen, and how often a guess failed, is not what they did.</summary>
internal static class Fingerprint
{
    private static readonly Dictionary<string, string[]> NotedOnTheWay = new()
    {
        ["sessions"] = ["SeenAt", "Device", "Address"],
        ["AspNetUsers"] = ["AccessFailedCount", "LockoutEnd"],
    };

    // What nodes say of themselves every few seconds, how far followers have come meanwhile, and the pages that one of them
    // forgets in its own time, since no message links to them any more.
    private static readonly string[] InTheBackground = ["leases", "nodes", "followers", "linked_pages"];

    public static async Task<string> TakeAsync(ChatApp app)
    {
        await using var db = app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContext();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var tables = db.Model.GetRelationalModel().Tables.Select(table => table.Name).Except(InTheBackground).Order(StringComparer.Ordinal);
        var hashes = new StringBuilder();
        foreach (var table in tables)
        {
            var rows = await RowsAsync(connection, $"SELECT * FROM \"{table}\"", NotedOnTheWay.GetValueOrDefault(table, []));
            // PostgreSQL moves a row that is written again.
            var text = string.Join('\n', rows.Select(row => string.Join('|', row)).Order(StringComparer.Ordinal));
            hashes.AppendLine($"{table} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}");
        }
        return hashes.ToString();
    }

    private static async Task<List<string[]>> RowsAsync(DbConnection connection, string query, string[] without)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the names are the schema's own
        command.CommandText = query;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        List<string[]> rows = [];
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Where(i => !without.Contains(reader.GetName(i)))
                .Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(i)}")]);
        return rows;
    }
}
