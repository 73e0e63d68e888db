using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using LogWriter = BlazorChat.Web.Log.LogWriter;

namespace BlazorChat.Tests.Fire;

/// <summary>A room in which a million messages were said costs what one with a thousand costs.</summary>
[Collection(UnderFire.Name)]
public sealed class LongRoomTests : IAsyncLifetime
{
    private const int Long = 1_000_000;
    private const int Short = 1_000;
    private const double AtMost = 1.5;
    private const int FewestRounds = 20;
    private const int MostRounds = 1_000;

    private readonly ChatApp app = new();
    private ChatClient ada = null!;
    private string longRoom = "";
    private string shortRoom = "";

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        ada = await app.SignUpAsync("ada");
        longRoom = await ada.CreateRoomAsync();
        shortRoom = await ada.CreateRoomAsync();
        await FillAsync(shortRoom, 1_000_000_000, Short);
        await FillAsync(longRoom, 2_000_000_000, Long);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Pages_sending_and_unread_counts_cost_the_same_in_a_long_room()
    {
        var first = (Long: 2_000_000_001, Short: 1_000_000_001);
        (string What, Func<ChatClient, bool, Task<Reply>> Ask)[] acts =
        [
            ("the newest page", (who, isLong) => PageAsync(who, isLong, "")),
            ("the oldest page", (who, isLong) => PageAsync(who, isLong, $"after={(isLong ? first.Long : first.Short)}")),
            ("a page in the middle", (who, isLong) => PageAsync(
                who, isLong, $"around={(isLong ? first.Long + (Long / 2) : first.Short + (Short / 2))}")),
            ("a page after the middle", (who, isLong) => PageAsync(
                who, isLong, $"after={(isLong ? first.Long + (Long / 2) : first.Short + (Short / 2))}")),
            ("sending", (who, isLong) => who.TrySayAsync(isLong ? longRoom : shortRoom, "One more")),
            ("the unread count", (who, isLong) => who.GetAsync($"/chat/room/{(isLong ? longRoom : shortRoom)}")),
        ];
        foreach (var (what, ask) in acts)
        {
            var (inLong, inShort) = await FastestAsync(ask);
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{what}: {inLong.TotalMilliseconds:F2} ms, in a short room {inShort.TotalMilliseconds:F2} ms"));
            Assert.True(inLong <= inShort * AtMost, $"{what}: {inLong} in the long room, {inShort} in the short one");
        }
    }

    private Task<Reply> PageAsync(ChatClient who, bool isLong, string query) =>
        who.GetAsync($"/chat/room/{(isLong ? longRoom : shortRoom)}/history?limit=50&{query}");

    // The fastest of many in turn, and as many as it takes: what the machine does besides makes some slower, never faster.
    private async Task<(TimeSpan Long, TimeSpan Short)> FastestAsync(Func<ChatClient, bool, Task<Reply>> ask)
    {
        var (inLong, inShort) = (TimeSpan.MaxValue, TimeSpan.FromHours(1));
        for (var n = 0; n < FewestRounds || (n < MostRounds && inLong > inShort * AtMost); n++)
        {
            inLong = Min(inLong, await TimeAsync(isLong: true));
            inShort = Min(inShort, await TimeAsync(isLong: false));
        }
        return (inLong, inShort);

        async Task<TimeSpan> TimeAsync(bool isLong)
        {
            var since = Stopwatch.GetTimestamp();
            var answer = await ask(ada, isLong);
            Assert.InRange(answer.Status, 200, 201);
            return Stopwatch.GetElapsedTime(since);
        }
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    // By the writer, like everything: what it remembers of the rooms is forgotten with it.
    private async Task FillAsync(string room, long firstId, int count)
    {
        var log = app.Services.GetRequiredService<LogWriter>();
        var filled = await log.AppendAsync<int>(async (append, ct) =>
        {
            await append.Db.Database.ExecuteSqlAsync(
                $"""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
                INSERT INTO messages ("Id", "RoomId", "Number", "AuthorId", "Text", "Type", "PostedAt")
                SELECT {firstId} + i, {room}, i, {ada.UserId}, 'Message ' || i, 0, {append.Now} FROM n
                """, ct);
            return await append.Db.Database.ExecuteSqlAsync(
                $"""UPDATE rooms SET "LastNumber" = {count} WHERE "Id" = {room}""", ct);
        });
        Assert.Equal(1, filled.Value);
    }
}
