using BlazorChat.Web.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace BlazorChat.Tests.Hosting;

public sealed class StartRemainsTests
{
    [Fact]
    public async Task The_heap_is_tidied_once_when_the_start_is_over()
    {
        var clock = new Clock();
        using var remains = new StartRemains(clock);
        await remains.StartAsync(TestContext.Current.CancellationToken);
        await clock.Waits.InPatienceAsync();
        var before = GC.CollectionCount(GC.MaxGeneration);

        clock.Advance(TimeSpan.FromSeconds(10));
        await remains.ExecuteTask!.InPatienceAsync();

        Assert.True(GC.CollectionCount(GC.MaxGeneration) > before);
    }

    /// <summary>Says when something begins to wait for it.</summary>
    private sealed class Clock : FakeTimeProvider
    {
        private readonly TaskCompletionSource waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Waits => waits.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            waits.TrySetResult();
            return timer;
        }
    }
}
