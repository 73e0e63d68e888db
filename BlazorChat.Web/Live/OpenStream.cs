using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using BlazorChat.Core.Live;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Live;

/// <summary>
/// Sends events to one reader: first what they missed, read from the log; then what the broadcaster queues, all of it in one write
/// whenever the stream wakes.
/// </summary>
internal sealed partial class OpenStream(LiveReader reader, Replay replay, WaitingWrite waiting, ILogger logger)
{
    // Readers that lose their stream together do not come back together.
    private const int SoonestRetry = 1000;
    private const int LatestRetry = 3000;

    private readonly Subscription subscription = reader.Subscription;

    /// <summary>Greets the reader and sends what they missed.</summary>
    /// <param name="response">The response that this begins.</param>
    /// <param name="cursor">Where they were; null for those who come for the first time.</param>
    /// <returns>Up to where they have been told now. Null if the stream is over.</returns>
    public async Task<Cursor?> BeginAsync(ResponseWriter response, string? cursor)
    {
        Cursor? caughtUp = null;
        try
        {
            await UntilGoneAsync(response, async () => caughtUp = await CatchUpAsync(response, await GreetAsync(response, cursor)));
            return caughtUp;
        }
        finally
        {
            if (caughtUp is null)
                await LeaveAsync(response);
        }
    }

    /// <summary>Sends what is queued until the reader leaves or is cut off, and ends the stream.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="caughtUp">Up to where the reader has been told.</param>
    public async Task FollowAsync(IEventWriter writer, Cursor caughtUp)
    {
        try
        {
            await UntilGoneAsync(writer, () => TellAsync(writer, caughtUp));
        }
        catch (Exception fault)
        {
            Log.Failed(logger, fault, subscription.Subscriber.UserId);
            writer.Abort();
        }
        await LeaveAsync(writer);
    }

    private async Task UntilGoneAsync(IEventWriter writer, Func<Task> part)
    {
        // A connection is closed, too, when we give up our write. Then the reader did not leave.
        await using var leave = writer.Closed.Register(
            () => subscription.End(waiting.IsInVain ? StreamEnd.TooSlow : StreamEnd.ReaderLeft));
        try
        {
            await part();
        }
        catch (OperationCanceledException) when (writer.Closed.IsCancellationRequested)
        {
            // The reader left.
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The reader left, and the socket reported it before the server did.
        }
        catch (OperationCanceledException) when (waiting.IsInVain)
        {
            subscription.End(StreamEnd.TooSlow);
        }
    }

    private async Task LeaveAsync(IEventWriter writer)
    {
        if (subscription.Ended == StreamEnd.TooSlow)
        {
            Log.TooSlow(logger, subscription.Subscriber.UserId, waiting.IsInVain ? "it took nothing for ten seconds" : "too much waited for it");
            // Otherwise the bytes that this reader does not take would stay in memory.
            writer.Abort();
        }
        await writer.EndAsync();
        waiting.Dispose();
        await reader.DisposeAsync();
    }

    private async Task<Cursor> GreetAsync(ResponseWriter response, string? cursor)
    {
        var start = await replay.StartAsync(cursor, response.Closed);
        var id = start.Cursor.ToString();
        response.Begin(Encoding.UTF8.GetBytes($"retry: {Random.Shared.Next(SoonestRetry, LatestRetry)}\n\n"));
        var ready = Event("ready", new ReadyEvent(id, subscription.Subscriber.UserId, reader.Rooms));
        ChatEvent[] greeting = start.IsReset ? [ready, Event("reset", new ResetEvent(id))] : [ready];
        await response.WriteAsync(greeting, subscription.Subscriber);
        return start.Cursor;

        ChatEvent Event<T>(string name, T data) =>
            new(default, null, id, name, JsonSerializer.SerializeToUtf8Bytes(data, ChatJson.Options));
    }

    private async Task<Cursor> CatchUpAsync(ResponseWriter response, Cursor told)
    {
        while (subscription.Ended is null)
        {
            var page = await TellPageAsync(response, told, response.Closed);
            told = told with { Position = page.Position };
            if (!page.HasMore && subscription.TryGoLive(page.Position))
                break;
        }
        return told;
    }

    private async Task TellAsync(IEventWriter writer, Cursor told)
    {
        List<ChatEvent> events = [];
        do
        {
            await subscription.WaitAsync();
            subscription.Drain(ref events);
            // A reader whose room was closed is still told so. One who signed out, left or is too slow gets nothing more.
            if (subscription.Ended is not (null or StreamEnd.RoomClosed))
                return;
            await writer.WriteAsync(CollectionsMarshal.AsSpan(events), subscription.Subscriber);
            told = told with { Position = events.FindLast(e => e.Position is not null)?.Position ?? told.Position };
        }
        while (subscription.Ended is null);
        if (subscription.Ended == StreamEnd.RoomClosed)
            await TellWhyAsync(writer, told);
    }

    // A room may be closed to a reader before the event that says why was queued to them. That event is read from the log.
    private async Task TellWhyAsync(IEventWriter writer, Cursor told)
    {
        // Leaves the threads that wake all streams, because this reads the database.
        await Task.Yield();
        await TellPageAsync(writer, told, writer.Closed);
    }

    private async Task<ReplayPage> TellPageAsync(IEventWriter writer, Cursor told, CancellationToken ct)
    {
        var page = await replay.ReadAsync(reader, told.Epoch, told.Position, ct);
        if (page.Events.Length > 0)
            await writer.WriteAsync(page.Events, subscription.Subscriber);
        return page;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A stream of {UserId} was cut off: {Why}")]
        public static partial void TooSlow(ILogger logger, string userId, string why);

        [LoggerMessage(Level = LogLevel.Error, Message = "A stream of {UserId} ended by a fault")]
        public static partial void Failed(ILogger logger, Exception fault, string userId);
    }
}
