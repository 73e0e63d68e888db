using BlazorChat.Core.Search;
using BlazorChat.Tests.Core.Search;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Search;

/// <summary>Each database has an index of its own, and all find the same.</summary>
public abstract class SearchOnEachDatabase(ChatApp app)
{
    [Fact]
    public async Task The_whole_table_is_found_before_and_after_it_is_in_the_index()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        foreach (var text in SearchCases.All.Select(each => each.Text).Distinct())
            await ada.SayAsync(room, text);

        Assert.Empty(await WrongAsync(ada, room));
        await app.UntilIndexedAsync();
        Assert.Empty(await WrongAsync(ada, room));
    }

    [Fact]
    public async Task Edits_and_deletions_count_at_once_whatever_the_index_knows()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        var (edited, deleted) = (await ada.SayAsync(room, "The umbrella is red"), await ada.SayAsync(room, "The umbrella is gone"));
        await app.UntilIndexedAsync();

        await ada.EditAsync(edited, "The parasol is red");
        await ada.DeleteAsync(deleted);

        Assert.Empty((await ada.SearchAsync("umbrella")).Results);
        Assert.Equal(["The parasol is red"], (await ada.SearchAsync("parasol")).Texts);
        Assert.Equal(["The parasol is red"], (await ada.SearchAsync("red -umbrella")).Texts);
        await app.UntilIndexedAsync();
        Assert.Empty(await IndexedAsync("umbrella"));
        Assert.Equal(["The parasol is red"], (await ada.SearchAsync("parasol")).Texts);
    }

    [Fact]
    public async Task A_deleted_room_leaves_the_index_and_a_new_one_of_its_name_does_not()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await ada.SayAsync(room, "Zeppelin one");
        await ada.SayAsync(room, "Zeppelin two");
        await app.UntilIndexedAsync();
        Assert.Equal(2, (await IndexedAsync("zeppelin")).Count);

        await ada.DeleteAsync($"/chat/room/{room}");
        Assert.Empty((await ada.SearchAsync("zeppelin")).Results);
        Assert.Equal(201, (await ada.PostAsync("/chat/rooms", new { name = "Again", kind = "public", id = room })).Status);
        await ada.SayAsync(room, "Zeppelin three");
        await app.UntilIndexedAsync();

        Assert.Single(await IndexedAsync("zeppelin"));
        Assert.Equal(["Zeppelin three"], (await ada.SearchAsync("zeppelin")).Texts);
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_one_ended_over_new_edited_and_indexed_messages()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        List<MessageJson> said = [];
        for (var n = 0; n < 12; n++)
            said.Add(await ada.SayAsync(room, n == 4 ? "Nothing here" : $"Pigeon {n}"));
        await app.UntilIndexedAsync();
        await ada.EditAsync(said[4], "Pigeon 4");
        for (var n = 12; n < 15; n++)
            await ada.SayAsync(room, $"Pigeon {n}");

        List<string> found = [];
        SearchJson page;
        for (var before = ""; ; before = $"&before={page.Results[^1].Message.Id}")
        {
            page = await ada.SearchAsync("pigeon", $"&limit=4{before}");
            found.AddRange(page.Texts);
            if (!page.HasMore)
                break;
        }

        Assert.Equal(Enumerable.Range(0, 15).Reverse().Select(n => $"Pigeon {n}"), found);
    }

    private async Task<List<long>> IndexedAsync(string word)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.SearchIndex.FindAsync(
            db, new IndexQuery([[new IndexTerm(word)]], []), new IdRange(0, long.MaxValue), 100, TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlyList<SearchCase>> WrongAsync(ChatClient client, string room)
    {
        List<SearchCase> wrong = [];
        foreach (var query in SearchCases.All.GroupBy(each => each.Query))
        {
            var found = (await client.SearchAsync(query.Key, $"&room_id={room}&limit=200")).Texts;
            wrong.AddRange(query.Where(each => found.Contains(each.Text) != each.IsFound));
        }
        return wrong;
    }
}

public sealed class SearchOnSqliteTests(SqliteApp app) : SearchOnEachDatabase(app), IClassFixture<SqliteApp>;

public sealed class SearchOnPostgresTests(PostgresApp app) : SearchOnEachDatabase(app), IClassFixture<PostgresApp>;

/// <summary>A chat on PostgreSQL, whatever the run is about.</summary>
public sealed class PostgresApp() : ChatApp([], isOnPostgres: true);
