using System.Buffers;
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
    private static readonly TimeSpan WriteTimeout = TimeSpan.FromSeconds(10);
    private static readonly byte[] Comment = ":\n\n"u8.ToArray();

    /// <summary>The answer that tells a reader, until they leave or are cut off.</summary>
    public IResult For(Reader reader, Caller caller, string? cursor) => new Answer(this, reader, caller, cursor);

    private async Task RunAsync(HttpContext http, Reader reader, Caller caller, string? cursor)
    {
        var subscription = reader.Subscription;
        await using var leave = http.RequestAborted.Register(() => subscription.End(StreamEnd.ReaderLeft));
        using var timeout = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        var pipe = new Pipe(http, timeout);
        try
        {
            pipe.Begin();
            var (epoch, start) = await GreetAsync(pipe, reader, caller, cursor, http.RequestAborted);
            var position = await CatchUpAsync(pipe, reader, epoch, start, http.RequestAborted);
            position = await FollowAsync(pipe, subscription, position);
            // A room may be closed to a reader before what closed it was queued: the log tells them.
            if (subscription.Ended == StreamEnd.RoomClosed)
                await TellPageAsync(pipe, reader, epoch, position, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The reader left.
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
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

    private async Task<Cursor> GreetAsync(Pipe pipe, Reader reader, Caller caller, string? cursor, CancellationToken ct)
    {
        var start = await replay.StartAsync(cursor, ct);
        var id = start.Cursor.ToString();
        pipe.Write(Encoding.UTF8.GetBytes($"retry: {RetryMilliseconds}\n\n"));
        pipe.Write(Encode(id, "ready", new ReadyData(id, caller.UserId, reader.Rooms)));
        if (start.IsReset)
            pipe.Write(Encode(id, "reset", new ResetData(id)));
        await pipe.FlushAsync();
        return start.Cursor;
    }

    private async Task<long> CatchUpAsync(Pipe pipe, Reader reader, string epoch, long position, CancellationToken ct)
    {
        while (reader.Subscription.Ended is null)
        {
            var page = await TellPageAsync(pipe, reader, epoch, position, ct);
            position = page.Position;
            if (!page.HasMore && reader.Subscription.TryGoLive(position))
                break;
        }
        return position;
    }

    private async Task<ReplayPage> TellPageAsync(Pipe pipe, Reader reader, string epoch, long after, CancellationToken ct)
    {
        var page = await replay.ReadAsync(reader, epoch, after, ct);
        foreach (var chatEvent in page.Events)
            pipe.Write(chatEvent.For(reader.Subscription.Subscriber).Frame);
        await pipe.FlushAsync();
        return page;
    }

    private static async Task<long> FollowAsync(Pipe pipe, Subscription subscription, long position)
    {
        List<ChatEvent> events = [];
        while (true)
        {
            await subscription.WaitAsync();
            subscription.Drain(events);
            foreach (var chatEvent in events)
            {
                pipe.Write(chatEvent.For(subscription.Subscriber).Frame);
                position = chatEvent.Position ?? position;
            }
            if (subscription.Ended is not null)
                return position;
            if (events.Count == 0)
                pipe.Write(Comment);
            await pipe.FlushAsync();
            events.Clear();
        }
    }

    private static byte[] Encode<T>(string id, string name, T data) =>
        new ChatEvent(default, null, id, name, JsonSerializer.SerializeToUtf8Bytes(data, ChatJson.Options)).Plain.Frame;

    private sealed class Answer(EventStream stream, Reader reader, Caller caller, string? cursor) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await using (reader)
                await stream.RunAsync(httpContext, reader, caller, cursor);
        }
    }

    /// <summary>The response, with a bound on how long one write may take.</summary>
    private sealed class Pipe(HttpContext http, CancellationTokenSource timeout)
    {
        public void Begin()
        {
            http.Response.ContentType = "text/event-stream";
            http.Response.Headers.CacheControl = "no-cache, no-transform";
            http.Response.Headers["X-Accel-Buffering"] = "no"; // nginx
        }

        public void Write(byte[] bytes) => http.Response.BodyWriter.Write(bytes);

        // A flush that has to wait is the exception: only then is the clock started.
        public async ValueTask FlushAsync()
        {
            var flush = http.Response.BodyWriter.FlushAsync(timeout.Token);
            if (flush.IsCompletedSuccessfully)
            {
                _ = flush.Result;
                return;
            }
            timeout.CancelAfter(WriteTimeout);
            await flush;
            timeout.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A stream of {UserId} was cut off: it was not read fast enough")]
        public static partial void TooSlow(ILogger logger, string userId);
    }
}
