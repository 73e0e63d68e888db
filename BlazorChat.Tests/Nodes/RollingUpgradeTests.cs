using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Nodes;

/// <summary>
/// A node of this version while others are of a newer one: those have updated the database under it, and write what it does
/// not know.
/// </summary>
public sealed class RollingUpgradeTests : IAsyncLifetime
{
    // What a newer version may do to the tables, see MigrationsTests: to those of the hot path, too.
    private const string Newer = """
        CREATE TABLE polls ("Id" bigint PRIMARY KEY, "MessageId" bigint NOT NULL REFERENCES messages ("Id") ON DELETE CASCADE);
        ALTER TABLE messages ADD COLUMN "Poll" text NULL;
        ALTER TABLE log ADD COLUMN "Reason" text NULL;
        ALTER TABLE log_state ADD COLUMN "Shards" integer NOT NULL DEFAULT 1;
        ALTER TABLE rooms ADD COLUMN "Colour" text NULL;
        ALTER TABLE memberships ADD COLUMN "Folder" text NULL;
        ALTER TABLE sessions ADD COLUMN "Place" text NULL;
        ALTER TABLE nodes ADD COLUMN "Load" double precision NULL;
        ALTER TABLE reactions ADD COLUMN "Custom" boolean NOT NULL DEFAULT false;
        CREATE INDEX "IX_messages_Poll" ON messages ("Poll");
        INSERT INTO settings ("Key", "Value") VALUES ('Polls:Most', '10');
        INSERT INTO followers ("Name", "Position") VALUES ('polls', 0);
        INSERT INTO leases ("Name", "Holder") VALUES ('follower:polls', 'somebody');
        INSERT INTO nodes ("Id", "HostName", "Version", "StartedAt", "SeenAt", "Behind", "Streams", "Load") VALUES ('ffffffffffff', 'newer', '99.0.0', 0, now(), 0, 0, 0.5);
        INSERT INTO "__EFMigrationsHistory" VALUES ('29991231235959_FromTomorrow', '99.0.0');
        """;

    private readonly ChatApp app = new([], isOnPostgres: true);

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task It_serves_on_while_the_others_have_updated_the_database_and_one_that_starts_then_says_why_it_does_not()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        await using var open = await grace.OpenStreamAsync(room);
        var before = await UseAsync(ada, grace, room, "Before");

        await WriteAsync(Newer);
        await WriteAsync($"""
            UPDATE log_state SET "Head" = "Head" + 1;
            INSERT INTO log ("Position", "Kind", "RoomId", "UserId", "Subject", "At", "Reason")
                SELECT "Head", 9999, '{room}', '{ada.UserId}', 'a poll', 0, 'why not' FROM log_state;
            """);
        var after = await UseAsync(ada, grace, room, "After");

        await ada.SayAsync(room, "The end");
        await open.UntilMessageAsync("The end");
        await using var replay = await grace.OpenStreamAsync(room, cursor: before.Cursor);
        await replay.UntilMessageAsync("The end");
        Assert.Equal(["After", "The end"], replay.Received.Where(e => e.Name == "message").Select(e => e["text"].GetString()));
        Assert.Equal([before.Message, after.Message], open.Received.Where(e => e.Name == "message").Select(e => e["id"].GetString()).SkipLast(1));
        Assert.Contains((await app.Admin.GetAsync("/chat/admin/nodes"))["nodes"].EnumerateArray(), node => node.GetProperty("version").GetString() == "99.0.0");

        await using var late = new NodeApp(app);
        var refused = await Assert.ThrowsAsync<CannotStartException>(async () => await late.InitializeAsync());
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }

    // Whatever writes to a table that has grown. Done before as well, the statements are prepared already.
    private async Task<(string Message, string Cursor)> UseAsync(ChatClient ada, ChatClient grace, string room, string text)
    {
        var message = await ada.SayAsync(room, text);
        await grace.ReactAsync(message, "👍");
        Assert.Equal(200, (await ada.PatchAsync("/chat/messages/" + message.Id, new { message = text })).Status);
        Assert.Equal(200, (await ada.PatchAsync("/chat/room/" + room, new { topic = text })).Status);
        var other = await ada.CreatePrivateRoomAsync(grace);
        await ada.RemoveMemberAsync(other, grace);
        await app.SignInAsync(grace.Username);
        Assert.Equal(200, (await grace.GetAsync("/chat/rooms")).Status);
        return (message.Id, (await grace.HistoryAsync(room)).Cursor!);
    }

    private async Task WriteAsync(string sql)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }
}
