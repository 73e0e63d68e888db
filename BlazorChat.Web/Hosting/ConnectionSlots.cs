using System.Collections.Concurrent;
using BlazorChat.Core.Users;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// Limits how many connections may be open at once. If all places are taken, a new connection replaces the one that has
/// waited longest for its client. So connections that send no request, or only half of one, keep nobody out.
/// </summary>
/// <param name="most">The limit.</param>
/// <param name="patience">How long a new connection waits for a place if all others are being served.</param>
internal sealed class ConnectionSlots(int most, TimeSpan patience) : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim free = new(most);
    private readonly ConcurrentDictionary<Connection, bool> open = new();

    // The last one waited in vain. Until a place is free again, others are turned away at once instead of queueing.
    private volatile bool isFull;

    /// <returns>Whether there was a place; if not, the server is busy with all other connections.</returns>
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

    /// <summary>Marks the connection as in use for each request.</summary>
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
    /// Notes when a request without a sign-in waits for the rest of its body. Signed-in users may take their time, because
    /// their uploads can be slow.
    /// </summary>
    public static Task NoteBodyAsync(HttpContext http, RequestDelegate next) =>
        http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true } &&
        http.Features.Get<Caller>() is null && Of(http) is { } connection
            ? NoteBodyAsync(http, connection, next)
            : next(http);

    /// <summary>Marks the connection as in use until it is closed, also when its request has ended.</summary>
    public static void Keep(HttpContext http) => Of(http)?.GoOn();

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
            // Nobody is left to answer, and a flood of them must not flood the log.
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

    // Only when all places are taken: looking at each connection costs less than keeping them sorted at every request.
    private Connection? LongestWaiting() => open.Keys.Where(connection => connection.IsWaiting).MinBy(connection => connection.Since);

    private sealed class Connection(ConnectionContext context)
    {
        // Connections whose requests are being processed.
        private int busy;

        // Environment.TickCount64 is monotonic; only the order counts.
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

        /// <summary>When its request began. A body that arrives byte by byte does not renew it.</summary>
        public void AwaitBody() => Interlocked.Decrement(ref busy);

        public void GoOn() => Interlocked.Increment(ref busy);

        public void Abort()
        {
            // Only once: another new connection looks for a different one.
            GoOn();
            IsAborted = true;
            context.Abort(new ConnectionAbortedException("Others need its place."));
        }
    }
}
