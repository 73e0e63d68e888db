using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using BlazorChat.Core.Live;
using BlazorChat.Core.Users;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Live;

/// <summary>
/// A stream of events down one connection: first what the reader missed, read from the log, then what comes, queued by
/// the broadcaster and written all at once whenever the stream wakes.
/// </summary>
internal sealed partial class EventStream(Replay replay, TimeProvider clock, ILogger<EventStream> logger)
{
    private const int RetryMilliseconds = 2000;

    /// <summary>The answer that tells a reader, until they leave or are cut off.</summary>
    public IResult For(Reader reader, Caller caller, string? cursor) => new Answer(this, reader, caller, cursor);

    private async Task RunAsync(HttpContext http, Reader reader, Caller caller, string? cursor)
    {
        var subscription = reader.Subscription;
        await using var leave = http.RequestAborted.Register(() => subscription.End(StreamEnd.ReaderLeft));
        using var timeout = new WriteTimeout(clock);
        try
        {
            var response = new ResponseWriter(http.Response, timeout);
            var position = await GreetAsync(response, reader, caller, cursor, http.RequestAborted);
            await CatchUpAsync(response, reader, position, http.RequestAborted);
            await FollowAsync(SocketWriter.TryTakeOver(http, timeout) ?? (IEventWriter)response, subscription);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The reader left.
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The reader left, and the socket knew it first.
        }
        catch (OperationCanceledException) when (timeout.HasPassed)
        {
            subscription.End(StreamEnd.TooSlow);
        }
        if (subscription.Ended == StreamEnd.TooSlow)
        {
            Log.TooSlow(logger, caller.UserId);
            // What is still buffered for a reader who does not read would be kept until they do.
            http.Abort();
        }
    }

    private async Task<Cursor> GreetAsync(
        ResponseWriter response, Reader reader, Caller caller, string? cursor, CancellationToken ct)
    {
        var start = await replay.StartAsync(cursor, ct);
        var id = start.Cursor.ToString();
        response.Begin(Encoding.UTF8.GetBytes($"retry: {RetryMilliseconds}\n\n"));
        List<ChatEvent> greeting = [Event("ready", new ReadyData(id, caller.UserId, reader.Rooms))];
        if (start.IsReset)
            greeting.Add(Event("reset", new ResetData(id)));
        await response.WriteAsync(greeting, reader.Subscription.Subscriber);
        return start.Cursor;

        ChatEvent Event<T>(string name, T data) =>
            new(default, null, id, name, JsonSerializer.SerializeToUtf8Bytes(data, ChatJson.Options));
    }

    private async Task CatchUpAsync(ResponseWriter response, Reader reader, Cursor from, CancellationToken ct)
    {
        var (epoch, position) = from;
        while (reader.Subscription.Ended is null)
        {
            var page = await replay.ReadAsync(reader, epoch, position, ct);
            if (page.Events.Count > 0)
                await response.WriteAsync(page.Events, reader.Subscription.Subscriber);
            position = page.Position;
            if (!page.HasMore && reader.Subscription.TryGoLive(position))
                return;
        }
    }

    private static async Task FollowAsync(IEventWriter writer, Subscription subscription)
    {
        List<ChatEvent> events = [];
        while (true)
        {
            await subscription.WaitAsync();
            subscription.Drain(events);
            // A room that is no more still says so; whoever signed out, left or is too slow hears nothing further.
            if (subscription.Ended is not (null or StreamEnd.RoomClosed))
                return;
            await writer.WriteAsync(events, subscription.Subscriber);
            if (subscription.Ended is not null)
                return;
            events.Clear();
        }
    }

    private sealed class Answer(EventStream stream, Reader reader, Caller caller, string? cursor) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await using (reader)
                await stream.RunAsync(httpContext, reader, caller, cursor);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A stream of {UserId} was cut off: it was not read fast enough")]
        public static partial void TooSlow(ILogger logger, string userId);
    }
}
