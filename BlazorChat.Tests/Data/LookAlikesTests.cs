using BlazorChat.Core.Reactions;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Data;

/// <summary>A database from before reactions had one normal form.</summary>
public sealed class LookAlikesTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    private const string Before = "20261125123807_Files";

    private static readonly string[] Kept =
    [
        "👍", "👍\uFE0F", "👍\u200D", "👍\U000E0067", "❤", "❤️", "👍🏽\uFE0F", "1\u20E3", "1\uFE0F\u20E3", "🏳‍🌈", "👨‍⚕", "🕵🏽‍♂",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴\U000E0067\U000E0062", "🇩🇪", "😂",
    ];

    [Fact]
    public async Task Reactions_of_before_become_what_they_look_like_once_for_each_person()
    {
        var ct = TestContext.Current.CancellationToken;
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();
        var message = await ada.SayAsync(room, "Hello");
        await grace.ReactAsync(message, "👍");
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(ct))
        {
            await db.GetService<IMigrator>().MigrateAsync(Before, ct);
            foreach (var (n, emoji) in Kept.Index())
                await db.Database.ExecuteSqlAsync(
                    $"""INSERT INTO reactions ("MessageId", "Emoji", "UserId", "AddedAt") VALUES ({long.Parse(message.Id)}, {emoji}, {ada.UserId}, {n + 1_000_000})""", ct);

            await db.Database.MigrateAsync(ct);
        }

        var reactions = (await ada.HistoryAsync(room)).Messages[^1].Reactions;

        Assert.Equal(["👍", "❤️", "👍🏽", "1️⃣", "🏳️‍🌈", "👨‍⚕️", "🕵🏽‍♂️", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴", "🇩🇪", "😂"], reactions.Select(r => r.Reaction));
        Assert.Equal([grace.UserId, ada.UserId], reactions[0].UserIds);
        Assert.All(reactions.Skip(1), reaction => Assert.Equal([ada.UserId], reaction.UserIds));
        Assert.All(reactions, reaction => Assert.Equal(reaction.Reaction, Emoji.Parse(reaction.Reaction).Value.Value));
    }
}
