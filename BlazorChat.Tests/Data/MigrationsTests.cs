using System.Text.RegularExpressions;
using BlazorChat.Web.Data;
using BlazorChat.Web.Data.Postgres;
using BlazorChat.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Data;

/// <summary>
/// During an upgrade nodes of the version before go on while the tables are those of the new one. So a migration only adds:
/// tables, indexes, and columns that a version that does not know them need not fill in; and it fills in what it has added.
/// </summary>
public sealed partial class MigrationsTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    // From when a chat was always one process.
    private static readonly string[] Older = ["PeopleAndOrder", "LookAlikesAndDeleted"];

    [Fact]
    public void Those_of_SQLite_only_add() => Assert.Empty(Breaking(new SqliteDb(Options<SqliteDb>().UseSqlite("Data Source=:memory:").Options)));

    [Fact]
    public void Those_of_PostgreSQL_only_add() => Assert.Empty(Breaking(new PostgresDb(Options<PostgresDb>().UseNpgsql("Host=unused").Options)));

    [Fact]
    public void What_would_break_the_version_before_is_seen()
    {
        MigrationOperation[] breaking =
        [
            new DropTableOperation { Name = "rooms" },
            new DropColumnOperation { Table = "rooms", Name = "Topic" },
            new RenameColumnOperation { Table = "rooms", Name = "Topic", NewName = "About" },
            new AlterColumnOperation { Table = "rooms", Name = "Topic" },
            new AddColumnOperation { Table = "rooms", Name = "Colour", IsNullable = false },
            new CreateIndexOperation { Table = "rooms", Name = "IX", Columns = ["Topic"], IsUnique = true },
            new AddForeignKeyOperation { Table = "rooms", Name = "FK" },
            new SqlOperation { Sql = "DELETE FROM rooms" },
            new SqlOperation { Sql = "INSERT INTO rooms SELECT" },
            new SqlOperation { Sql = "UPDATE rooms SET\n    \"Size\" = 1,\n    \"Topic\" = 2" },
        ];
        MigrationOperation[] adding =
        [
            new CreateTableOperation { Name = "polls" },
            new CreateIndexOperation { Table = "polls", Name = "IX", Columns = ["Topic"], IsUnique = true },
            new CreateIndexOperation { Table = "rooms", Name = "IX", Columns = ["Topic"] },
            new AddColumnOperation { Table = "rooms", Name = "Colour", IsNullable = true },
            new AddColumnOperation { Table = "rooms", Name = "Size", IsNullable = false, DefaultValue = 0 },
            new SqlOperation { Sql = "INSERT INTO polls SELECT" },
            new SqlOperation { Sql = "UPDATE rooms SET\n    \"Size\" = 1" },
        ];

        Assert.Equal(breaking, BreakingOf([.. adding, .. breaking]));
    }

    // The first one of each set has no version before it.
    private static IReadOnlyList<string> Breaking(ChatDb db)
    {
        using (db)
        {
            var all = db.GetService<IMigrationsAssembly>();
            return
            [
                .. from migration in all.Migrations.OrderBy(each => each.Key, StringComparer.Ordinal).Skip(1)
                   where !Older.Contains(migration.Key.Split('_')[1])
                   from operation in BreakingOf(all.CreateMigration(migration.Value, db.Database.ProviderName!).UpOperations)
                   select $"{migration.Key}: {operation.GetType().Name}",
            ];
        }
    }

    private static IEnumerable<MigrationOperation> BreakingOf(IReadOnlyList<MigrationOperation> operations)
    {
        var made = operations.OfType<CreateTableOperation>().Select(table => table.Name).ToHashSet();
        var added = operations.OfType<AddColumnOperation>().Select(column => $"{column.Table} {column.Name}").ToHashSet();
        return operations.Where(operation => !(operation is CreateTableOperation or AddColumnOperation or CreateIndexOperation || (operation is SqlOperation sql && Fills(sql.Sql, made, added)))
            || (operation is AddColumnOperation { IsNullable: false, DefaultValue: null, DefaultValueSql: null } column && !made.Contains(column.Table))
            || (operation is CreateIndexOperation { IsUnique: true } index && !made.Contains(index.Table)));
    }

    // Each column on a line of its own.
    private static bool Fills(string sql, HashSet<string> made, HashSet<string> added) =>
        (Inserted().Match(sql) is { Success: true } into && made.Contains(into.Groups[1].Value)) ||
        (Updated().Match(sql) is { Success: true } of && Assigned().Matches(sql).All(column => added.Contains($"{of.Groups[1].Value} {column.Groups[1].Value}")));

    [GeneratedRegex(@"\AINSERT INTO (\w+) ")]
    private static partial Regex Inserted();

    [GeneratedRegex(@"\AUPDATE (\w+) SET\n")]
    private static partial Regex Updated();

    [GeneratedRegex(@"^ +""(\w+)"" = ", RegexOptions.Multiline)]
    private static partial Regex Assigned();

    // The model depends on Identity's options, which are the application's.
    private DbContextOptionsBuilder<TDb> Options<TDb>() where TDb : ChatDb => new DbContextOptionsBuilder<TDb>().UseApplicationServiceProvider(app.Services);
}
