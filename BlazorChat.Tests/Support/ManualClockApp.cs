using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BlazorChat.Tests.Support;

/// <summary>A chat whose time passes only when a test says so.</summary>
public sealed class ManualClockApp : ChatApp
{
    public ManualClockApp() : base([("Chat:AccessTokenMinutes", "5")])
    {
    }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    /// <summary>Lets time pass step by step until something has happened, at most a quarter of an hour.</summary>
    /// <returns>How much time passed.</returns>
    /// <param name="happened">What is waited for.</param>
    /// <param name="seconds">How much time passes at each step.</param>
    public async Task<TimeSpan> PassTimeUntilAsync(Task happened, double seconds = 0.5)
    {
        var step = TimeSpan.FromSeconds(seconds);
        var passed = TimeSpan.Zero;
        var real = Stopwatch.StartNew();
        // What is to happen takes a moment of real time, too: a step may be one or two too many.
        while (await Task.WhenAny(happened, Task.Delay(TimeSpan.FromMilliseconds(20))) != happened)
        {
            Assert.True(passed < TimeSpan.FromMinutes(15) && real.Elapsed < TimeSpan.FromSeconds(30), $"Nothing happened in {passed}.");
            Clock.Advance(step);
            passed += step;
        }
        await happened;
        return passed;
    }

    protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<TimeProvider>(Clock);
}
