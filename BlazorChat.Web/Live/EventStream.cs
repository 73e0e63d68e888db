using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using BlazorChat.Core.Live;
using BlazorChat.Core.Users;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Islands;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace BlazorChat.Web.Live;

/// <summary>
/// Sends events down one connection: first what the reader missed, read from the log; then what the broadcaster queues,
/// all of it in one write whenever the stream wakes.
/// </summary>
internal sealed partial class EventStream(Replay replay, WaitingWrites writes, ILogger<EventStream> logger)
{
    // Readers that lose their stream together do not come back together.
    private const int SoonestRetry = 1000;
    private const int LatestRetry = 3000;

    /// <summary>The response that sends events to a reader until they leave or are cut off.</summary>
    public IResult For(LiveReader reader, Caller caller, string? cursor) => new Answer(this, reader, caller, cursor);

    private async Task RunAsync(HttpContext http, LiveReader reader, Caller caller, string? cursor)
    {
        await using var visit = reader;
        var subscription = reader.Subscription;
        using var waiting = new WaitingWrite(writes, SocketOf(http));
        // The server also aborts a request when we give up its write. Then the reader did not leave.
        await using var leave = http.RequestAborted.Register(
            () => subscription.End(waiting.IsInVain ? StreamEnd.TooSlow : StreamEnd.ReaderLeft));
        try
        {
            var response = new ResponseWriter(http.Response, waiting);
            // The server's own limit would also count delays that are our fault. HTTP/2 has none for a single response.
            if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
                rate.MinDataRate = null;
            // Frees the token: otherwise each open stream would keep one in memory.
            http.Request.Headers.Authorization = default;
            var (epoch, start) = await GreetAsync(response, reader, caller, cursor, http.RequestAborted);
            var position = await CatchUpAsync(response, reader, epoch, start, http.RequestAborted);
            var writer = SocketWriter.TryTakeOver(http, waiting) ?? (IEventWriter)response;
            Task<long> following;
            using (ExecutionContext.SuppressFlow())
                following = FollowAsync(writer, subscription, position);
            position = await following;
            if (subscription.Ended == StreamEnd.RoomClosed)
                await TellWhyAsync(writer, reader, epoch, position, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
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
        if (subscription.Ended == StreamEnd.TooSlow)
        {
            Log.TooSlow(logger, caller.UserId, waiting.IsInVain ? "it took nothing for ten seconds" : "too much waited for it");
            // Otherwise the bytes that this reader does not take would stay in memory.
            http.Abort();
        }
    }

    // Over HTTP/2 one stream may be held up while others on the same connection go on, so the socket says nothing about it.
    private static Socket? SocketOf(HttpContext http) =>
        HttpProtocol.IsHttp11(http.Request.Protocol) ? http.Features.Get<IConnectionSocketFeature>()?.Socket : null;

    private async Task<Cursor> GreetAsync(
        ResponseWriter response, LiveReader reader, Caller caller, string? cursor, CancellationToken ct)
    {
        var start = await replay.StartAsync(cursor, ct);
        var id = start.Cursor.ToString();
        response.Begin(Encoding.UTF8.GetBytes($"retry: {Random.Shared.Next(SoonestRetry, LatestRetry)}\n\n"));
        var ready = Event("ready", new ReadyEvent(id, caller.UserId, reader.Rooms));
        ChatEvent[] greeting = start.IsReset ? [ready, Event("reset", new ResetEvent(id))] : [ready];
        await response.WriteAsync(greeting, reader.Subscription.Subscriber);
        return start.Cursor;

        ChatEvent Event<T>(string name, T data) =>
            new(default, null, id, name, JsonSerializer.SerializeToUtf8Bytes(data, ChatJson.Options));
    }

    private async Task<long> CatchUpAsync(
        ResponseWriter response, LiveReader reader, string epoch, long position, CancellationToken ct)
    {
        while (reader.Subscription.Ended is null)
        {
            var page = await TellPageAsync(response, reader, epoch, position, ct);
            position = page.Position;
            if (!page.HasMore && reader.Subscription.TryGoLive(position))
                break;
        }
        return position;
    }

    private static async Task<long> FollowAsync(IEventWriter writer, Subscription subscription, long position)
    {
        List<ChatEvent> events = [];
        while (true)
        {
            await subscription.WaitAsync();
            subscription.Drain(ref events);
            // A reader whose room was closed is still told so. One who signed out, left or is too slow gets nothing more.
            if (subscription.Ended is not (null or StreamEnd.RoomClosed))
                return position;
            await writer.WriteAsync(CollectionsMarshal.AsSpan(events), subscription.Subscriber);
            position = events.FindLast(e => e.Position is not null)?.Position ?? position;
            if (subscription.Ended is not null)
                return position;
        }
    }

    // A room may be closed to a reader before the event that says why was queued to them. That event is read from the log.
    private async Task TellWhyAsync(IEventWriter writer, LiveReader reader, string epoch, long position, CancellationToken ct)
    {
        // Leaves the threads that wake all streams, because this reads the database.
        await Task.Yield();
        await TellPageAsync(writer, reader, epoch, position, ct);
    }

    private async Task<ReplayPage> TellPageAsync(
        IEventWriter writer, LiveReader reader, string epoch, long after, CancellationToken ct)
    {
        var page = await replay.ReadAsync(reader, epoch, after, ct);
        if (page.Events.Length > 0)
            await writer.WriteAsync(page.Events, reader.Subscription.Subscriber);
        return page;
    }

    private sealed class Answer(EventStream stream, LiveReader reader, Caller caller, string? cursor) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => stream.RunAsync(httpContext, reader, caller, cursor);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A stream of {UserId} was cut off: {Why}")]
        public static partial void TooSlow(ILogger logger, string userId, string why);
    }
}
