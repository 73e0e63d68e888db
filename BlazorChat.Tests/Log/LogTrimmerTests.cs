using BlazorChat.Tests.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Live;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BlazorChat.Tests.Log;

public sealed class LogTrimmerTests : IAsyncLifetime
{
    private static readonly long Month = (long)TimeSpan.FromDays(31).TotalMilliseconds;

    private readonly ChatApp app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_cursor_older_than_what_is_kept_means_load_afresh_and_go_on_from_there()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var old = (await ada.HistoryAsync(room)).Cursor;
        await ada.SayAsync(room, "A month ago");
        await AgeAsync();
        await TrimAsync();

        await using var stream = await ada.OpenStreamAsync(room, cursor: old);
        var reset = (await stream.NextAsync("reset"))["cursor"].GetString()!;
        await ada.SayAsync(room, "Today");
        await using var resumed = await ada.OpenStreamAsync(room, cursor: reset);

        Assert.Equal("Today", (await stream.NextMessageAsync()).Text);
        Assert.Equal("Today", (await resumed.NextMessageAsync()).Text);
        Assert.Equal(["A month ago", "Today"], (await ada.HistoryAsync(room)).Texts);
        var polled = await ada.GetAsync($"/chat/room/{room}/poll?wait=0&cursor={old}");
        Assert.Equal("reset", polled["events"][0].GetProperty("event").GetString());
    }

    [Fact]
    public async Task What_is_young_enough_is_still_told()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await ada.SayAsync(room, "A month ago");
        await AgeAsync();
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        await ada.SayAsync(room, "Yesterday");
        await TrimAsync();

        await using var stream = await ada.OpenStreamAsync(room, cursor: cursor);

        Assert.Equal(["message"], (await stream.UntilMessageAsync("Yesterday")).Select(e => e.Name));
    }

    [Fact]
    public async Task Nothing_old_is_left_however_much_there_was()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await Task.WhenAll(Enumerable.Range(0, 1100).Select(i => ada.SayAsync(room, $"{i}")));
        await AgeAsync();
        await ada.SayAsync(room, "Today");
        await TrimAsync();

        await using var db = await DatabaseAsync();
        var kept = Assert.Single(await db.Log.ToListAsync(TestContext.Current.CancellationToken));
        var state = await db.LogState.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((state.Head, state.Head - 1), (kept.Position, state.TrimmedTo));
        Assert.Equal(1101, (await ada.HistoryAsync(room, "limit=1")).Messages.Single().Number);
    }

    [Fact]
    public async Task A_reader_in_the_middle_of_catching_up_is_cut_off_rather_than_left_with_a_gap()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        await ada.SayAsync(room, "A month ago");
        await AgeAsync();
        var replay = app.Services.GetRequiredService<Replay>();
        await using var reader = await app.ReceiveAsync(ada, room);
        var start = await replay.StartAsync(cursor, TestContext.Current.CancellationToken);
        await TrimAsync();

        var page = await replay.ReadAsync(reader, start.Cursor.Epoch, start.Cursor.Position, TestContext.Current.CancellationToken);

        Assert.False(start.IsReset);
        Assert.Empty(page.Events);
        Assert.NotNull(reader.Subscription.Ended);
    }

    /// <summary>Makes a month pass over what the log holds.</summary>
    private async Task AgeAsync()
    {
        await using var db = await DatabaseAsync();
        await db.Log.ExecuteUpdateAsync(set => set.SetProperty(e => e.At, e => e.At - Month));
    }

    private async Task TrimAsync()
    {
        await using (var db = await DatabaseAsync())
        {
            var head = await db.HeadAsync(TestContext.Current.CancellationToken);
            foreach (var follower in app.Services.GetServices<Follower>())
                await follower.ReachAsync(head.Position, TestContext.Current.CancellationToken);
        }
        await app.Services.GetServices<IHostedService>().OfType<LogTrimmer>().Single().TrimAsync(TestContext.Current.CancellationToken);
    }

    private Task<ChatDb> DatabaseAsync() => app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync();
}
