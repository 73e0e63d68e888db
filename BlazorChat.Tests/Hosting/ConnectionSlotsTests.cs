using BlazorChat.Core.Users;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BlazorChat.Tests.Hosting;

public sealed class ConnectionSlotsTests : IDisposable
{
    private static readonly Caller Ada = new("id-ada", "ada", IsAdministrator: false, "session", ExpiresAt: long.MaxValue);

    private readonly ConnectionSlots one = new(1, Patience.Limit);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => one.Dispose();

    [Fact]
    public async Task Who_has_not_asked_makes_room()
    {
        var (idle, next) = (new Line(), new Line());
        Assert.True(await one.TryTakeAsync(idle, Token));

        Assert.True(await one.TryTakeAsync(next, Token).InPatienceAsync());
        Assert.True(idle.ConnectionClosed.IsCancellationRequested);
    }

    [Fact]
    public async Task Who_comes_while_the_server_is_at_work_waits_for_its_end()
    {
        var (busy, next) = (new Line(), new Line());
        Assert.True(await one.TryTakeAsync(busy, Token));
        var end = new TaskCompletionSource();
        var request = ConnectionSlots.NoteRequestAsync(busy.Request(), _ => end.Task);

        var taken = one.TryTakeAsync(next, Token);
        Assert.False(busy.ConnectionClosed.IsCancellationRequested);
        end.SetResult();
        await request;

        Assert.True(await taken.InPatienceAsync());
        Assert.True(busy.ConnectionClosed.IsCancellationRequested);
    }

    [Fact]
    public async Task A_stranger_who_sends_half_a_body_makes_room()
    {
        var (half, next) = (new Line(), new Line());
        Assert.True(await one.TryTakeAsync(half, Token));
        var request = ReadAsync(half.Request());

        Assert.True(await one.TryTakeAsync(next, Token).InPatienceAsync());
        half.MoreComes.SetResult(1);
        await request;
    }

    [Fact]
    public async Task Somebody_signed_in_may_send_slowly()
    {
        using var impatient = new ConnectionSlots(1, TimeSpan.Zero);
        var (slow, next) = (new Line(), new Line());
        Assert.True(await impatient.TryTakeAsync(slow, Token));
        var http = slow.Request();
        http.Features.Set(Ada);
        var request = ReadAsync(http);

        Assert.False(await impatient.TryTakeAsync(next, Token).InPatienceAsync());
        slow.MoreComes.SetResult(1);
        await request;
    }

    [Fact]
    public async Task A_stranger_whose_body_has_come_is_served()
    {
        using var impatient = new ConnectionSlots(1, TimeSpan.Zero);
        var (line, next) = (new Line(), new Line());
        Assert.True(await impatient.TryTakeAsync(line, Token));
        var end = new TaskCompletionSource();
        line.MoreComes.SetResult(1);
        var request = ReadAsync(line.Request(), end.Task);

        Assert.False(await impatient.TryTakeAsync(next, Token).InPatienceAsync());
        end.SetResult();
        await request;
    }

    [Fact]
    public async Task A_connection_that_a_stream_keeps_makes_no_room_when_its_request_has_ended()
    {
        using var impatient = new ConnectionSlots(1, TimeSpan.Zero);
        var (kept, next) = (new Line(), new Line());
        Assert.True(await impatient.TryTakeAsync(kept, Token));
        await ConnectionSlots.NoteRequestAsync(kept.Request(), http =>
        {
            ConnectionSlots.Keep(http);
            return Task.CompletedTask;
        });

        Assert.False(await impatient.TryTakeAsync(next, Token).InPatienceAsync());
        Assert.False(kept.ConnectionClosed.IsCancellationRequested);
    }

    private static Task ReadAsync(HttpContext http, Task? thenWork = null) =>
        ConnectionSlots.NoteRequestAsync(http, asked => ConnectionSlots.NoteBodyAsync(asked, async reading =>
        {
            await reading.Request.Body.ReadExactlyAsync(new byte[1], Token);
            await (thenWork ?? Task.CompletedTask);
        }));

    /// <summary>A connection without a network, and the body of the request that comes by it.</summary>
    private sealed class Line : DefaultConnectionContext, IHttpRequestBodyDetectionFeature, IConnectionItemsFeature
    {
        private readonly CancellationTokenSource closed = new();

        public Line() => ConnectionClosed = closed.Token;

        public TaskCompletionSource<int> MoreComes { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool CanHaveBody => true;

        public override void Abort(ConnectionAbortedException abortReason) => closed.Cancel();

        public HttpContext Request()
        {
            var http = new DefaultHttpContext();
            http.Features.Set<IConnectionItemsFeature>(this);
            http.Features.Set<IHttpRequestBodyDetectionFeature>(this);
            http.Request.Body = new Body(MoreComes.Task);
            return http;
        }

        private sealed class Body(Task<int> more) : MemoryStream
        {
            public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => await more;
        }
    }
}
