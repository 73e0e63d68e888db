using System.Collections.Concurrent;
using BlazorChat.Core.Users;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// How many connections may be open at once. Where all are taken, a new one takes the place of the one that has waited longest
/// for its client: connections that never ask, or only half, keep nobody out.
/// </summary>
/// <param name="most">The bound.</param>
/// <param name="patience">How long a new one waits for a place while the server is at work for all others.</param>
internal sealed class ConnectionSlots(int most, TimeSpan patience) : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim free = new(most);
    private readonly ConcurrentDictionary<Connection, bool> open = new();

    // The last one waited in vain: until there is a place again, others are turned away at once and do not queue up.
    private volatile bool isFull;

    /// <returns>Whether there was a place for it; if not, the server is at work for all others.</returns>
    public async Task<bool> TryTakeAsync(ConnectionContext context, CancellationToken ct)
    {
        isFull = !await HasPlaceAsync(ct);
        if (isFull)
            return false;
        var connection = new Connection(context);
        open[connection] = true;
        context.Items[typeof(Connection)] = connection;
        context.ConnectionClosed.Register(() =>
        {
            if (open.TryRemove(connection, out _))
                free.Release();
        });
        return true;
    }

    /// <summary>Notes for each request that its connection is in use meanwhile.</summary>
    public static async Task NoteRequestAsync(HttpContext http, RequestDelegate next)
    {
        if (Of(http) is not { } connection)
        {
            await next(http);
            return;
        }
        connection.Begin();
        try
        {
            await next(http);
        }
        finally
        {
            connection.End();
        }
    }

    /// <summary>
    /// Notes when a stranger's request waits for the rest of its body. Those who are signed in may take their time: their
    /// uploads are slow.
    /// </summary>
    public static Task NoteBodyAsync(HttpContext http, RequestDelegate next) =>
        http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true } &&
        http.Features.Get<Caller>() is null && Of(http) is { } connection
            ? NoteBodyAsync(http, connection, next)
            : next(http);

    public void Dispose() => free.Dispose();

    private static async Task NoteBodyAsync(HttpContext http, Connection connection, RequestDelegate next)
    {
        http.Request.Body = new AwaitedBody(http.Request.Body, connection.AwaitBody, connection.GoOn);
        try
        {
            await next(http);
        }
        catch (Exception) when (connection.IsAborted)
        {
            // Nobody is there any more to be told, and a flood of them is not to flood the log.
        }
    }

    private async Task<bool> HasPlaceAsync(CancellationToken ct)
    {
        for (var left = isFull ? TimeSpan.Zero : patience; !free.Wait(0, ct); left -= BetweenLooks)
        {
            if (LongestWaiting() is { } waiting)
            {
                waiting.Abort();
                await free.WaitAsync(ct);
                return true;
            }
            if (left <= TimeSpan.Zero)
                return false;
            if (await free.WaitAsync(BetweenLooks, ct))
                return true;
        }
        return true;
    }

    private static Connection? Of(HttpContext http) =>
        http.Features.Get<IConnectionItemsFeature>()?.Items.TryGetValue(typeof(Connection), out var found) == true ? found as Connection : null;

    // Only where all are taken: looking at each costs less than keeping them in order at every request.
    private Connection? LongestWaiting() => open.Keys.Where(connection => connection.IsWaiting).MinBy(connection => connection.Since);

    private sealed class Connection(ConnectionContext context)
    {
        // Requests that are being worked on.
        private int busy;

        // Environment.TickCount64 is monotonic; nothing but the order counts.
        public long Since { get; private set; } = Environment.TickCount64;

        public bool IsWaiting => Volatile.Read(ref busy) == 0;

        public bool IsAborted { get; private set; }

        public void Begin()
        {
            Since = Environment.TickCount64;
            GoOn();
        }

        public void End()
        {
            Since = Environment.TickCount64;
            Interlocked.Decrement(ref busy);
        }

        /// <summary>Since its request began: a body that comes byte by byte does not make it any younger.</summary>
        public void AwaitBody() => Interlocked.Decrement(ref busy);

        public void GoOn() => Interlocked.Increment(ref busy);

        public void Abort()
        {
            // Once: another connection looks for another one.
            GoOn();
            IsAborted = true;
            context.Abort(new ConnectionAbortedException("Others need its place."));
        }
    }
}
