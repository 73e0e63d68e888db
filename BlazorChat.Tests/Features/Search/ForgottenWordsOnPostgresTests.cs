using System.Text;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Search;

/// <summary>What is deleted or edited away leaves the index, and PostgreSQL is told to clear up behind it.</summary>
public sealed class ForgottenWordsOnPostgresTests(PostgresApp app) : IClassFixture<PostgresApp>
{
    // In a block, a term lacks the letters that it shares with the one before it.
    private const int Shared = 4;

    [Fact]
    public async Task Deleted_words_leave_the_index()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        var (deleted, edited) = (await ada.SayAsync(room, "zqvxlabyrinthine"), await ada.SayAsync(room, "An zqvyperambulator"));
        await ada.SayAsync(room, "zqvzhummingbirds");
        await app.UntilIndexedAsync();
        Assert.Equal((1, 1, 1), (await BlocksAsync("zqvxlabyrinthine"), await BlocksAsync("zqvyperambulator"), await BlocksAsync("zqvzhummingbirds")));

        await ada.DeleteAsync(deleted);
        await ada.EditAsync(edited, "Nothing");
        await app.UntilIndexedAsync();

        Assert.Equal((0, 0, 1), (await BlocksAsync("zqvxlabyrinthine"), await BlocksAsync("zqvyperambulator"), await BlocksAsync("zqvzhummingbirds")));
        await using var db = await DatabaseAsync();
        using var patience = Patience.Begin();
        while (await db.SearchIndex.RemovedAsync(db, patience.Token) > 0)
            await Task.Yield();
    }

    private async Task<int> BlocksAsync(string word)
    {
        await using var db = await DatabaseAsync();
        var (end, start) = (Encoding.UTF8.GetBytes(word[Shared..]), Encoding.UTF8.GetBytes(word));
        return await db.Database.SqlQuery<int>($"""
            SELECT count(*)::integer AS "Value" FROM search_blocks WHERE position({end} IN data) > 0 OR first_term = {start}
            """).SingleAsync(TestContext.Current.CancellationToken);
    }

    private Task<ChatDb> DatabaseAsync() => app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
}
