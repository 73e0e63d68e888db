using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BlazorChat.Tests.Support;

/// <summary>A chat whose time passes only when a test says so.</summary>
public class ManualClockApp : ChatApp
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    public ManualClockApp() : this([])
    {
    }

    /// <param name="settings">What differs from the generous configuration.</param>
    protected ManualClockApp((string Key, string Value)[] settings) : base([("Chat:AccessTokenMinutes", "5"), .. settings])
    {
    }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    /// <summary>Lets time pass step by step until something has happened.</summary>
    /// <returns>How much time passed.</returns>
    /// <param name="happened">What is waited for.</param>
    /// <param name="seconds">How much time passes at each step.</param>
    /// <param name="atMost">By when it must happen: no time passes beyond, however slow the machine is.</param>
    public async Task<TimeSpan> PassTimeUntilAsync(Task happened, double seconds = 0.5, TimeSpan? atMost = null)
    {
        var (step, passed) = (TimeSpan.FromSeconds(seconds), TimeSpan.Zero);
        var pause = TimeSpan.FromMilliseconds(10);
        using var patience = Patience.Begin();
        // What is to happen takes a moment of real time, too: the more steps it took, the longer each is waited after.
        while (await Task.WhenAny(happened, Task.Delay(pause, patience.Token)) != happened)
        {
            Assert.False(patience.IsCancellationRequested, $"Nothing happened in {passed}.");
            if (passed + step > atMost)
            {
                await happened.InPatienceAsync();
                break;
            }
            Clock.Advance(step);
            passed += step;
            pause = pause * 1.1 < LongestPause ? pause * 1.1 : LongestPause;
        }
        await happened;
        return passed;
    }

    protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<TimeProvider>(Clock);
}
