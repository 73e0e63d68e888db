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
/// tables, indexes, and columns that a version that does not know them need not fill in.
/// </summary>
public sealed class MigrationsTests(SqliteApp app) : IClassFixture<SqliteApp>
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
        ];
        MigrationOperation[] adding =
        [
            new CreateTableOperation { Name = "polls" },
            new CreateIndexOperation { Table = "polls", Name = "IX", Columns = ["Topic"], IsUnique = true },
            new CreateIndexOperation { Table = "rooms", Name = "IX", Columns = ["Topic"] },
            new AddColumnOperation { Table = "rooms", Name = "Colour", IsNullable = true },
            new AddColumnOperation { Table = "rooms", Name = "Size", IsNullable = false, DefaultValue = 0 },
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
        return operations.Where(operation => operation is not (CreateTableOperation or AddColumnOperation or CreateIndexOperation)
            || (operation is AddColumnOperation { IsNullable: false, DefaultValue: null, DefaultValueSql: null } column && !made.Contains(column.Table))
            || (operation is CreateIndexOperation { IsUnique: true } index && !made.Contains(index.Table)));
    }

    // The model depends on Identity's options, which are the application's.
    private DbContextOptionsBuilder<TDb> Options<TDb>() where TDb : ChatDb => new DbContextOptionsBuilder<TDb>().UseApplicationServiceProvider(app.Services);
}
