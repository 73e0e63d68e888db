using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace BlazorChat.Tests.Hosting;

public sealed class LastingServiceTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public void All_background_work_begins_again_when_it_fails()
    {
        // Settings are read at the start, and from then on by the log's tail.
        var ours = app.Services.GetServices<IHostedService>()
            .Where(service => service.GetType().Assembly == typeof(Program).Assembly && service is not RunTimeSettings).ToList();

        Assert.NotEmpty(ours);
        Assert.All(ours, service => Assert.IsAssignableFrom<LastingService>(service));
    }

    [Fact]
    public async Task What_fails_begins_again_after_growing_pauses_and_the_chat_goes_on()
    {
        await using var troubled = new TroubledApp();
        await troubled.InitializeAsync();
        var work = troubled.Services.GetServices<IHostedService>().OfType<FailingWork>().Single();

        while (work.Begun.Count < 9)
        {
            await work.Failed.WaitAsync(TestContext.Current.CancellationToken);
            // The pause begins a moment after the failure: each step may come too early for it.
            while (!await work.Again.WaitAsync(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken))
                troubled.Clock.Advance(TimeSpan.FromSeconds(0.5));
        }

        var pauses = work.Begun.Zip(work.Begun.Skip(1), (from, to) => to - from).ToList();
        double[] atLeast = [1, 2, 4, 8, 16, 30, 30, 30];
        Assert.All(pauses.Zip(atLeast), pause => Assert.InRange(pause.First.TotalSeconds, pause.Second, double.MaxValue));
        Assert.Equal(200, (await troubled.Anonymous.GetAsync("/health/live")).Status);
        await (await troubled.SignUpAsync("ada")).SayAsync("general", "Still here");
    }

    private sealed class TroubledApp : ChatApp
    {
        public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

        protected override void ConfigureServices(IServiceCollection services) =>
            services.AddSingleton<TimeProvider>(Clock).AddHostedService<FailingWork>();
    }

    private sealed class FailingWork(TimeProvider clock, ILogger<FailingWork> logger) : LastingService(clock, logger)
    {
        public List<DateTimeOffset> Begun { get; } = [];

        public SemaphoreSlim Failed { get; } = new(0);

        public SemaphoreSlim Again { get; } = new(0);

        protected override async Task RunAsync(CancellationToken stoppingToken)
        {
            Begun.Add(Clock.GetUtcNow());
            if (Begun.Count > 1)
                Again.Release();
            await Task.Yield();
            Failed.Release();
            throw new InvalidOperationException("A bad item.");
        }
    }
}
