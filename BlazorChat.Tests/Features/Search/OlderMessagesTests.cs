using BlazorChat.Core.Search;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Search;

/// <summary>A chat that is older than its index: updated from a version without one, or moved into another database.</summary>
public sealed class OlderMessagesTests : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("blazorchat-older-").FullName;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (TestDatabase.IsPostgres)
            await TestDatabase.DropAsync(Path.GetFileName(data));
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Messages_from_before_there_was_an_index_are_entered_while_the_chat_serves()
    {
        string token;
        await using (var before = new ChatApp([], data))
        {
            await before.InitializeAsync();
            token = before.Admin.AccessToken;
            for (var n = 0; n < 30; n++)
                await before.Admin.SayAsync("general", $"Narwhal {n}");
            await before.UntilIndexedAsync();
            await using var db = await before.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync("DROP TABLE search_state; DROP TABLE search_days", TestContext.Current.CancellationToken);
        }
        await using var app = new ChatApp([], data);
        await app.InitializeAsync();
        var admin = app.Showing(token);
        await admin.SayAsync("general", "Narwhal 30");
        await app.UntilIndexedAsync();

        Assert.Equal(31, (await admin.SearchAsync("narwhal", "&limit=200")).Results.Length);
    }

    [Fact]
    public async Task An_index_that_was_away_for_longer_than_the_log_is_kept_is_made_again()
    {
        string token;
        await using (var before = new ChatApp([], data))
        {
            await before.InitializeAsync();
            token = before.Admin.AccessToken;
            for (var n = 0; n < 3; n++)
                await before.Admin.SayAsync("general", $"Narwhal {n}");
            await before.UntilIndexedAsync();
            await using var db = await before.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await db.SearchIndex.RemoveAsync(db, await db.Messages.Select(m => m.Id).ToListAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync(
                """DELETE FROM log; UPDATE log_state SET "TrimmedTo" = "Head"; UPDATE followers SET "Position" = 1 WHERE "Name" = 'search'""",
                TestContext.Current.CancellationToken);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }
        await using var app = new ChatApp([], data);
        await app.InitializeAsync();
        using var patience = Patience.Begin();
        while ((await IndexedAsync(app, patience.Token)).Count < 3)
            await Task.Yield();

        Assert.Equal(3, (await app.Showing(token).SearchAsync("narwhal")).Results.Length);
    }

    private static async Task<List<long>> IndexedAsync(ChatApp app, CancellationToken ct)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(ct);
        return await db.SearchIndex.FindAsync(db, new IndexQuery([[new IndexTerm("narwhal")]], []), new IdRange(0, long.MaxValue), 100, ct);
    }
}
