using System.Text.Json;
using BlazorChat.Core.Live;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Live;

/// <summary>Long polling: gives the same events to readers whom no stream reaches. They ask again and again, each time with the
/// cursor of the last answer.</summary>
internal sealed class EventPoll(Replay replay, TimeProvider clock)
{
    public async Task<PollPage> AskAsync(LiveReader reader, string? cursorText, TimeSpan wait, CancellationToken ct)
    {
        var subscription = reader.Subscription;
        var start = await replay.StartAsync(cursorText, ct);
        if (start.IsReset)
            return PollPage.Reset(start.Cursor);
        var (epoch, position) = start.Cursor;
        while (subscription.Ended is null)
        {
            var page = await replay.ReadAsync(reader, epoch, position, ct);
            position = page.Position;
            if (page.Events.Length > 0)
                return Page(page.Events, new Cursor(epoch, position), page.HasMore);
            if (!page.HasMore && subscription.TryGoLive(position))
                break;
        }

        var events = await WaitAsync(subscription, wait, ct);
        var reached = events.LastOrDefault(e => e.Position is not null)?.Position ?? position;
        return Page(events, new Cursor(epoch, reached), hasMore: false);

        PollPage Page(IReadOnlyList<ChatEvent> told, Cursor cursor, bool hasMore) =>
            new([.. told.Select(e => PolledEvent.Of(e, subscription.Subscriber))], cursor.ToString(), hasMore);
    }

    private async Task<List<ChatEvent>> WaitAsync(Subscription subscription, TimeSpan wait, CancellationToken ct)
    {
        List<ChatEvent> events = [];
        var since = clock.GetTimestamp();
        await using var leave = ct.Register(() => subscription.End(StreamEnd.ReaderLeft));
        await using var alarm = clock.CreateTimer(_ => subscription.Beat(), null, wait, Timeout.InfiniteTimeSpan);
        while (true)
        {
            subscription.Drain(ref events);
            if (events.Count > 0 || subscription.Ended is not null || clock.GetElapsedTime(since) >= wait)
                return events;
            await subscription.WaitAsync();
        }
    }
}

/// <param name="Events">In order, oldest first.</param>
/// <param name="Cursor">What to ask with the next time.</param>
/// <param name="HasMore">Whether there is more to fetch at once.</param>
internal sealed record PollPage(IReadOnlyList<PolledEvent> Events, string Cursor, bool HasMore)
{
    public static PollPage Reset(Cursor now) => new(
        [new PolledEvent(now.ToString(), "reset", JsonSerializer.SerializeToElement(new ResetEvent(now.ToString()), ChatJson.Options))],
        now.ToString(), HasMore: false);
}

/// <param name="Id">The cursor after this event; null for what is never replayed.</param>
/// <param name="Event">Its name; <c>message</c> for a new message.</param>
/// <param name="Data">What a stream would have carried.</param>
internal sealed record PolledEvent(string? Id, string Event, JsonElement Data)
{
    public static PolledEvent Of(ChatEvent chatEvent, Subscriber reader) => new(
        chatEvent.Id, chatEvent.Name ?? "message", JsonElement.Parse(chatEvent.For(reader).Data.Span));
}
