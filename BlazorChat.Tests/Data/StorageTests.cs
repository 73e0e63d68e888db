using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Data;

public sealed class StorageTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    [Fact]
    public async Task The_migrations_make_the_model_there_is()
    {
        // The application's own context: Identity's schema version comes from its options.
        await using var db = await DatabaseAsync();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")] // FULL
    [InlineData("foreign_keys", "1")]
    public async Task A_commit_is_on_disk_before_it_is_answered(string pragma, string value)
    {
        await using var db = await DatabaseAsync();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + pragma;

        Assert.Equal(value, $"{await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)}");
    }

    private async Task<ChatDb> DatabaseAsync() =>
        await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync();
}
