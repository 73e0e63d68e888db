using BlazorChat.Core.Live;
using BlazorChat.Web.Log;

namespace BlazorChat.Tests.Log;

public sealed class DoorbellTests
{
    private static readonly CommittedEntry[] Some = [new(new LogEntry { Position = 7 })];

    private readonly Doorbell doorbell = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_listens_goes_on_on_the_thread_that_rings()
    {
        var heard = doorbell.Listen().WaitAsync(Ct).AsTask();

        doorbell.Ring(Some);

        Assert.True(heard.IsCompleted);
        Assert.Same(Some, await heard);
    }

    [Fact]
    public async Task Whom_a_ring_passes_by_is_not_woken_for_it()
    {
        var bell = doorbell.Listen(ring => ring == Some);
        var heard = bell.WaitAsync(Ct).AsTask();

        doorbell.Ring(Some);
        Assert.False(heard.IsCompleted);
        doorbell.LookAtOnce();

        Assert.Empty(await heard);
    }
}
