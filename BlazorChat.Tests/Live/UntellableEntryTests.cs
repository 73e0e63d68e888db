using BlazorChat.Core.Live;
using BlazorChat.Tests.Safety;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Reactions;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlazorChat.Tests.Live;

public sealed class LoggingApp : ChatApp
{
    internal EveryLine Log { get; } = new();

    protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(Log);
}

/// <summary>Rows of the log that the program cannot read, as a fault or somebody's own tool may leave.</summary>
public sealed class UntellableEntryTests(LoggingApp app) : IClassFixture<LoggingApp>
{
    public static TheoryData<EntryKind, string> BadEntries => new()
    {
        { new EntryKind(9999), "of a later version" },
        { MessageEvents.Posted, "garbage" },
        { MessageEvents.Edited, "" },
        { ReactionEvents.Changed, "99999999999999999999999" },
    };

    [Theory]
    [MemberData(nameof(BadEntries))]
    public async Task One_is_logged_and_skipped_and_what_follows_is_told_live_in_replay_and_to_polls(EntryKind kind, string subject)
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await using var live = await ada.OpenStreamAsync(room);
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        await ada.SayAsync(room, "Before");
        var position = await EnterAsync(kind, room, ada.UserId, subject);
        await ada.SayAsync(room, "After");

        await using var replay = await ada.OpenStreamAsync(room, cursor: cursor);
        var polled = await ada.GetAsync($"/chat/room/{room}/poll?wait=0&cursor={cursor}");

        foreach (var stream in new[] { live, replay })
            Assert.Equal(["Before", "After"], (await stream.UntilMessageAsync("After"))
                .Where(e => e.Name == "message").Select(e => e["text"].GetString()));
        Assert.Equal(["Before", "After"], polled["events"].EnumerateArray().Select(e => e.GetProperty("data").GetProperty("text").GetString()));
        Assert.Single(app.Log.Lines, line => line.Contains($"position {position} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_whose_consequences_fail_holds_up_nobody()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await using var live = await ada.OpenStreamAsync(room);
        var position = await EnterAsync(MemberEvents.Changed, null, ada.UserId, ada.UserId);

        await ada.SayAsync(room, "After");

        Assert.Equal("After", (await live.NextMessageAsync()).Text);
        Assert.Contains(app.Log.Lines, line => line.Contains($"position {position} ", StringComparison.Ordinal));
    }

    private async Task<long> EnterAsync(EntryKind kind, string? room, string user, string subject)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await db.LogState.ExecuteUpdateAsync(set => set.SetProperty(state => state.Head, state => state.Head + 1), TestContext.Current.CancellationToken);
        var position = (await db.HeadAsync(TestContext.Current.CancellationToken)).Position;
        db.Log.Add(new LogEntry { Position = position, Kind = kind, RoomId = room, UserId = user, Subject = subject });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        return position;
    }
}
