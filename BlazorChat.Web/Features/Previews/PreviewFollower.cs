using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Previews.Fetching;
using BlazorChat.Web.Features.Previews.Pictures;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Log;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Previews;

/// <summary>
/// Gives messages previews of the pages to which they link. It only notes down what there is to fetch, so however slow other
/// sites are, it goes on through the log; a few pages at a time are fetched beside that.
/// </summary>
public sealed partial class PreviewFollower(
    PreviewBook book, PageFetcher fetcher, PreviewPictures pictures, IOptions<LinkPreviewOptions> options,
    FollowedLog followed, Doorbell doorbell, TimeProvider clock, ILogger<PreviewFollower> logger)
    : Follower("link_previews", followed, doorbell, clock, logger)
{
    private const int AtOnce = 4;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromHours(1);

    private readonly Dictionary<string, Task<PageSummary?>> underWay = [];
    private bool mayHaveMore;
    private bool isSwept;
    private long forgotAt;

    private long Now => Clock.GetUtcNow().ToUnixTimeMilliseconds();

    // What is deleted is followed even where nothing is fetched.
    protected override IReadOnlyList<EntryKind> Kinds { get; } = options.Value.Enabled
        ? [MessageEvents.Posted, MessageEvents.Edited, MessageEvents.Deleted, RoomEvents.Changed, PreviewEvents.Changed]
        : [MessageEvents.Deleted, RoomEvents.Changed, PreviewEvents.Changed];

    // Nor is it woken for those without a link: with a look into the database twice a second, plain messages cost more than half as much again.
    protected override bool IsConcernedBy(CommittedEntry committed) =>
        committed is not CommittedEntry<MessageView> { Now: { } message } || committed.Entry.Kind != MessageEvents.Posted || MessageLinks.MayBeIn(message.Text);

    // A query for each message would be too much in a busy chat.
    protected override TimeSpan Gathering => TimeSpan.FromMilliseconds(500);

    protected override Task PrepareAsync(CancellationToken ct)
    {
        underWay.Clear();
        (mayHaveMore, isSwept) = (options.Value.Enabled, false);
        return Task.CompletedTask;
    }

    protected override async Task HandleAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct)
    {
        long[] ids = [.. entries.Where(entry => entry.Kind == MessageEvents.Posted || entry.Kind == MessageEvents.Edited)
            .Select(entry => Message.ParseId(entry.Subject)).OfType<long>().Distinct()];
        if (ids.Length > 0)
        {
            await book.NoteAsync(ids, ct);
            mayHaveMore = true;
        }
        if (entries.Any(LeavesUnused) || Clock.GetElapsedTime(forgotAt) > BetweenRounds)
            await ForgetAsync(ct);
    }

    private static bool LeavesUnused(LogEntry entry) =>
        entry.Kind == MessageEvents.Deleted || entry.Kind == RoomEvents.Changed || (entry.Kind == PreviewEvents.Changed && entry.Detail == PreviewEvents.Removed);

    protected override bool IsOutage(Exception failure) => base.IsOutage(failure) || failure is IOException;

    protected override async Task<bool> WorkAsideAsync(CancellationToken ct)
    {
        if (!isSwept)
            await SweepAsync(ct);
        if (mayHaveMore)
            await BeginSomeAsync(ct);
        if (underWay.Count == 0)
            return false;
        await Task.WhenAny([.. underWay.Values, Task.Delay(BetweenLooks, Clock, ct)]);
        ct.ThrowIfCancellationRequested();
        await SettleAsync(ct);
        return true;
    }

    private async Task BeginSomeAsync(CancellationToken ct)
    {
        var free = AtOnce - underWay.Count;
        if (free == 0)
            return;
        var next = await book.NextAsync([.. underWay.Keys], free, ct);
        mayHaveMore = next.Count == free;
        foreach (var page in next)
            underWay[page.Id] = PreviewBook.IsLate(page, Now) ? Task.FromResult<PageSummary?>(null) : fetcher.FetchAsync(page, ct);
    }

    private async Task SettleAsync(CancellationToken ct)
    {
        var done = underWay.Where(each => each.Value.IsCompleted).ToDictionary(each => each.Key, each => each.Value.Result);
        if (done.Count == 0)
            return;
        var unwanted = await book.SettleAsync(done, ct);
        foreach (var id in done.Keys)
            underWay.Remove(id);
        mayHaveMore = true;
        await DeleteAsync([.. unwanted.Select(id => done[id]?.Picture?.Name).OfType<string>()], ct);
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        isSwept = true;
        try
        {
            await ForgetAsync(ct);
            await pictures.SweepAsync(ct);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Log.CannotDelete(Logger, failure); // the next sweep tries again
        }
    }

    private async Task ForgetAsync(CancellationToken ct)
    {
        forgotAt = Clock.GetTimestamp();
        await DeleteAsync(await book.ForgetAsync(Now, ct), ct);
    }

    private async Task DeleteAsync(IReadOnlyList<string> names, CancellationToken ct)
    {
        foreach (var name in names)
            try
            {
                await pictures.DeleteAsync(name, ct);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                Log.CannotDelete(Logger, failure);
            }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Pictures of previews that nothing uses any more could not be deleted; the next start tries again")]
        public static partial void CannotDelete(ILogger logger, Exception failure);
    }
}
