using BlazorChat.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Data;

/// <summary>A chat that an earlier version made, with people, messages and a reader who was away during the upgrade.</summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    // What that version answered.
    private const string Room = "z33KGBlud7k5hz8FLB3gjQ";
    private const string Cursor = "bXCNg7Yq-5";
    private const string AccessToken = "bc_pat_YME6kBcnAlu6dtRvy0ZDYg.eO31gp892Lbi5zkPag49I7LosP-YijmCJ3JoqBz6C5k";

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("blazorchat-upgrade-");

    public async ValueTask InitializeAsync()
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(data.FullName, "chat.db")};Pooling=False;Foreign Keys=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "BlazorChat.Tests/Data/Upgrades/before-nodes.sql"));
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync()
    {
        data.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_goes_on_where_it_was()
    {
        await using var app = new UpgradedApp(data.FullName);
        await app.InitializeAsync();
        var ada = app.Showing(AccessToken);
        await ada.IntroduceAsync();
        var grace = await app.SignInAsync("grace");

        var messages = (await ada.HistoryAsync(Room)).Messages;
        Assert.Equal(["Hello **there**", "Grüße 👋 @ada", "Edited", "", "An answer"], messages.Select(message => message.Text));
        Assert.Equal([grace.UserId], Assert.Single(messages[0].Reactions).UserIds);
        Assert.Equal(900, (await (await app.SignInAsync("ada")).GetAsync("/chat/admin/settings"))["message_length"].GetInt32());

        var again = await ada.TrySayAsync(Room, "Hello **there**", clientId: "c0");
        Assert.Equal((200, messages[0].Id), (again.Status, again.Message().Id));

        await grace.SayAsync(Room, "We are back");
        await using var reader = await ada.OpenStreamAsync(Room, cursor: Cursor);
        await reader.UntilMessageAsync("We are back");
        Assert.DoesNotContain(reader.Received, live => live.Name == "reset");
        Assert.Equal(["Hello **there**", "Grüße 👋 @ada", "Edited", "An answer", "We are back"],
            reader.Received.Where(live => live.Name == "message" && !live["deleted"].GetBoolean()).Select(live => live["text"].GetString()));
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    // Its administrator has an account. What was entered long ago must not be trimmed.
    private sealed class UpgradedApp(string data) : ChatApp([("Chat:RetentionDays", "36500")], data, isOnPostgres: false)
    {
        protected override bool HasAdmin => false;
    }
}
