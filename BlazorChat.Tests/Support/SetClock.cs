using Microsoft.Extensions.Time.Testing;

namespace BlazorChat.Tests.Support;

/// <summary>A clock whose time of day is set, as by an administrator or a time server, while what it counts goes on.</summary>
internal sealed class SetClock : TimeProvider
{
    private readonly FakeTimeProvider count = new();
    private TimeSpan difference;

    public override long TimestampFrequency => count.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => count.GetUtcNow() + difference;

    public override long GetTimestamp() => count.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        count.CreateTimer(callback, state, dueTime, period);

    public void SetBack(TimeSpan by) => difference -= by;

    public void Advance(TimeSpan by) => count.Advance(by);
}
