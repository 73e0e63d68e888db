using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Previews;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Search;

/// <summary>
/// Keeps the index of messages up to date, some seconds behind: writing many at once is cheap, and searches read themselves what it
/// has not come to. While nothing is new it enters the messages from before there was an index, the newest first.
/// </summary>
public sealed partial class SearchFollower(
    SearchIndexing indexing, IDbContextFactory<ChatDb> databases, FollowedLog followed, Doorbell doorbell, TimeProvider clock, ILogger<SearchFollower> logger)
    : Follower(FollowerName, followed, doorbell, clock, logger)
{
    internal const string FollowerName = "search";

    private const int StepSize = 500;
    private const int StepsBetweenLines = 100;
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromMilliseconds(20);

    private readonly ForgottenWords forgotten = new(indexing, clock);
    private long? unread;
    private long steps;

    protected override IReadOnlyList<EntryKind> Kinds { get; } = [MessageEvents.Posted, MessageEvents.Edited, MessageEvents.Deleted, PreviewEvents.Changed, RoomEvents.Changed];

    protected override int PageSize => 1000;

    protected override TimeSpan Gathering => TimeSpan.FromSeconds(5);

    protected override Task PrepareAsync(CancellationToken ct)
    {
        (unread, steps) = (null, 0);
        forgotten.BeginAgain();
        return Task.CompletedTask;
    }

    // It may have been away for longer than the log is kept. Nobody knows what is missing then.
    protected override Task HandleGapAsync(CancellationToken ct) => indexing.ResetAsync(ct);

    protected override async Task HandleAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct)
    {
        foreach (var entry in entries.Where(entry => entry.Kind == RoomEvents.Changed))
            await HandleRoomAsync(entry, ct);
        long[] ids = [.. entries.Where(entry => entry.Kind != RoomEvents.Changed).Select(entry => Message.ParseId(entry.Subject)).OfType<long>().Distinct()];
        if (ids.Length > 0)
            await indexing.IndexAsync(ids, ct);
        forgotten.LookAgain();
    }

    // The writer of SQLite says that it cannot write by an IOException.
    protected override bool IsOutage(Exception failure) => base.IsOutage(failure) || failure is IOException;

    protected override async Task<bool> WorkAsideAsync(CancellationToken ct)
    {
        if (unread is null)
            await BeginAsync(ct);
        if (unread is not > 0)
            return await ForgetAsync(ct);
        unread = await indexing.IndexBeforeAsync(unread.Value, StepSize, ct) ?? 0;
        if (unread == 0 && steps > 0)
            Log.Done(Logger);
        else if (++steps % StepsBetweenLines == 0)
        {
            var progress = await SearchProgress.ReadAsync(databases, ct);
            Log.Progress(Logger, progress.Percent);
        }
        await Task.Delay(BetweenSteps, Clock, ct);
        return unread > 0;
    }

    private async Task<bool> ForgetAsync(CancellationToken ct)
    {
        if (!await forgotten.StepAsync(ct))
            return false;
        await Task.Delay(BetweenSteps, Clock, ct);
        return true;
    }

    private async Task BeginAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        unread = await db.SearchIndex.UnreadAsync(db, ct) ?? (await db.HeadAsync(ct)).Position + 1;
        if (unread > 0 && await db.Messages.AnyAsync(m => m.Id < unread, ct))
            Log.Begun(Logger, unread.Value);
    }

    // A room of this name may have been made since, and what is said there stays.
    private async Task HandleRoomAsync(LogEntry entry, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (entry.RoomId is { } roomId && !await db.Rooms.AnyAsync(r => r.Id == roomId && r.CreatedAt <= entry.At, ct))
            await indexing.RemoveRoomAsync(roomId, entry.Position, ct);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Messages before {Id} are not in the index of the search yet; they are entered now, and the chat goes on meanwhile")]
        public static partial void Begun(ILogger logger, long id);

        [LoggerMessage(Level = LogLevel.Information, Message = "The index of the search has {Percent} % of the messages")]
        public static partial void Progress(ILogger logger, int percent);

        [LoggerMessage(Level = LogLevel.Information, Message = "The index of the search is complete")]
        public static partial void Done(ILogger logger);
    }
}
