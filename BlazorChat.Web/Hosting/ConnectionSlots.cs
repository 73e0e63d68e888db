using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// How many connections may be open at once. Where all are taken, a new one takes the place of the one that has been
/// without a request for longest: connections that never ask keep nobody out.
/// </summary>
/// <param name="most">The bound.</param>
internal sealed class ConnectionSlots(int most) : IDisposable
{
    private readonly SemaphoreSlim free = new(most);
    private readonly ConcurrentDictionary<Connection, bool> open = new();

    /// <returns>Whether there was a place for it; if not, all others are in the middle of a request.</returns>
    public async Task<bool> TryTakeAsync(ConnectionContext context, CancellationToken ct)
    {
        if (!free.Wait(0, ct))
        {
            if (LongestIdle() is not { } idle)
                return false;
            idle.Abort();
            await free.WaitAsync(ct);
        }
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
        if (http.Features.Get<IConnectionItemsFeature>()?.Items.TryGetValue(typeof(Connection), out var found) != true || found is not Connection connection)
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

    public void Dispose() => free.Dispose();

    // Only where all are taken: looking at each costs less than keeping them in order at every request.
    private Connection? LongestIdle() => open.Keys.Where(connection => connection.IsIdle).MinBy(connection => connection.Since);

    private sealed class Connection(ConnectionContext context)
    {
        private int requests;

        // Environment.TickCount64 is monotonic; nothing but the order counts.
        public long Since { get; private set; } = Environment.TickCount64;

        public bool IsIdle => Volatile.Read(ref requests) == 0;

        public void Begin() => Interlocked.Increment(ref requests);

        public void End()
        {
            Since = Environment.TickCount64;
            Interlocked.Decrement(ref requests);
        }

        public void Abort()
        {
            // Once: another connection looks for another one.
            Interlocked.Increment(ref requests);
            context.Abort(new ConnectionAbortedException("Others need its place."));
        }
    }
}
