using System.Text.RegularExpressions;
using BlazorChat.Tests.Features.Search;
using BlazorChat.Tests.Features.Threads;
using BlazorChat.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Data;

/// <summary>A chat that an earlier version made, with people, messages and a reader who was away during the upgrade.</summary>
public sealed partial class UpgradeTests : IAsyncLifetime
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("blazorchat-upgrade-");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await TestDatabase.DropAsync(data.Name);
        data.Delete(recursive: true);
    }

    [Theory]
    [InlineData("before-nodes.sql", false)]
    [InlineData("before-threads.sql", false)]
    [InlineData("before-threads.postgres.sql", true)]
    [InlineData("with-drafts.sql", false)]
    [InlineData("with-drafts.postgres.sql", true)]
    public async Task It_goes_on_where_it_was(string version, bool isOnPostgres)
    {
        var answered = await FillAsync(version, isOnPostgres);
        await using var app = new UpgradedApp(data.FullName, isOnPostgres);
        await app.InitializeAsync();
        var ada = app.Showing(answered["token"]);
        await ada.IntroduceAsync();
        var grace = await app.SignInAsync("grace");

        var room = answered["room"];
        var messages = (await ada.HistoryAsync(room)).Messages;
        Assert.Equal(["Hello **there**", "Grüße 👋 @ada", "Edited", "", "An answer"], messages.Select(message => message.Text));
        Assert.Equal([grace.UserId], Assert.Single(messages[0].Reactions).UserIds);
        Assert.Equal(900, (await (await app.SignInAsync("ada")).GetAsync("/chat/admin/settings"))["message_length"].GetInt32());

        var again = await ada.TrySayAsync(room, "Hello **there**", clientId: "c0");
        Assert.Equal((200, messages[0].Id), (again.Status, again.Message().Id));

        await grace.SayAsync(room, "We are back");
        await using var reader = await ada.OpenStreamAsync(room, cursor: answered["cursor"]);
        await reader.UntilMessageAsync("We are back");
        Assert.DoesNotContain(reader.Received, live => live.Name == "reset");
        Assert.Equal("We are back", reader.Received.Last(live => live.Name == "message")["text"].GetString());
        await app.UntilIndexedAsync();
        Assert.Equal([messages[4].Id], (await ada.SearchAsync("answer")).Results.Select(result => result.Message.Id));
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("with-drafts.sql", false)]
    [InlineData("with-drafts.postgres.sql", true)]
    public async Task Threads_and_what_one_keeps_for_oneself_stay(string version, bool isOnPostgres)
    {
        var answered = await FillAsync(version, isOnPostgres);
        await using var app = new UpgradedApp(data.FullName, isOnPostgres);
        await app.InitializeAsync();
        var ada = app.Showing(answered["token"]);

        var messages = (await ada.HistoryAsync(answered["room"])).Messages;
        Assert.Equal("In the thread", Assert.Single((await ada.ThreadAsync(messages[0])).Messages).Text);
        Assert.Equal(messages[0].Id, Assert.Single(await ada.FollowedAsync("unread=true")).Root.Id);
        Assert.Equal(messages[1].Id, Assert.Single((await ada.GetAsync("/chat/saved"))["messages"].EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal("Half a thought", Assert.Single((await ada.GetAsync("/chat/drafts"))["drafts"].EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal("none", (await ada.GetAsync("/chat/notices"))["sound"].GetString());
    }

    [Fact]
    public async Task The_index_of_the_search_is_made_again_where_it_was_kept_in_another_way()
    {
        var answered = await FillAsync("with-drafts.postgres.sql", isOnPostgres: true);
        await using var app = new UpgradedApp(data.FullName, isOnPostgres: true);
        await app.InitializeAsync();
        await app.UntilIndexedAsync();

        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.True(await db.Database.SqlQuery<bool>($"""SELECT to_regclass('message_search') IS NULL AS "Value" """).SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal("An answer", Assert.Single((await app.Showing(answered["token"]).SearchAsync("answer")).Texts));
    }

    /// <returns>What that version answered.</returns>
    private async Task<Dictionary<string, string>> FillAsync(string version, bool isOnPostgres)
    {
        var sql = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "BlazorChat.Tests/Data/Upgrades", version), TestContext.Current.CancellationToken);
        await (isOnPostgres ? TestDatabase.FillAsync(data.Name, sql) : FillFileAsync(sql));
        return Answers().Matches(sql).ToDictionary(answer => answer.Groups[1].Value, answer => answer.Groups[2].Value);
    }

    private async Task FillFileAsync(string sql)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(data.FullName, "chat.db")};Pooling=False;Foreign Keys=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("^-- (room|cursor|token): (.+)$", RegexOptions.Multiline)]
    private static partial Regex Answers();

    // Its administrator has an account. What was entered long ago must not be trimmed.
    private sealed class UpgradedApp(string data, bool isOnPostgres) : ChatApp([("Chat:RetentionDays", "36500")], data, isOnPostgres)
    {
        protected override bool HasAdmin => false;
    }
}
