using BlazorChat.Web.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace BlazorChat.Tests.Hosting;

public sealed class StartRemainsTests
{
    [Fact]
    public async Task The_heap_is_tidied_once_when_the_start_is_over()
    {
        var clock = new FakeTimeProvider();
        using var remains = new StartRemains(clock);
        await remains.StartAsync(TestContext.Current.CancellationToken);
        var before = GC.CollectionCount(GC.MaxGeneration);

        clock.Advance(TimeSpan.FromSeconds(10));
        await remains.ExecuteTask!;

        Assert.True(GC.CollectionCount(GC.MaxGeneration) > before);
    }
}
