using System.Net;
using System.Net.Sockets;
using BlazorChat.Web.Live;
using Microsoft.Extensions.Time.Testing;

namespace BlazorChat.Tests.Live;

/// <summary>When a reader is too slow, on real sockets and a clock that stands still between looks.</summary>
public sealed class WaitingWriteTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly WaitingWrites writes;
    private readonly Socket ours, theirs;
    private readonly TaskCompletionSource<int> write = new();
    private readonly byte[] buffer = new byte[64 * 1024];

    public WaitingWriteTests()
    {
        writes = new WaitingWrites(clock);
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        theirs = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        theirs.Connect(listener.LocalEndPoint!);
        ours = listener.Accept();
        ours.Blocking = false;
        ours.SendBufferSize = 4096;
    }

    // True: the system says what was taken. False: it does not, as over HTTP/2 or elsewhere than on Linux.
    public static TheoryData<bool> WhetherTheSystemSays => OperatingSystem.IsLinux() ? [true, false] : [false];

    [Theory]
    [MemberData(nameof(WhetherTheSystemSays))]
    public void A_reader_who_takes_nothing_for_ten_seconds_is_given_up(bool says)
    {
        Fill();
        using var waiting = Begin(says);
        Look(times: 1 + 9);
        Assert.False(waiting.IsInVain);

        Look();

        Assert.True(waiting.IsInVain);
    }

    [Theory]
    [MemberData(nameof(WhetherTheSystemSays))]
    public void When_we_were_stopped_everybodys_time_begins_again(bool says)
    {
        Fill();
        using var waiting = Begin(says);
        Look(times: 1 + 9);

        Look(seconds: 15);
        Look(times: 9);
        Assert.False(waiting.IsInVain);

        Look();
        Assert.True(waiting.IsInVain);
    }

    [Theory]
    [MemberData(nameof(WhetherTheSystemSays))]
    public void Each_write_has_its_own_time(bool says)
    {
        Fill();
        using var waiting = Begin(says);
        Look(times: 1 + 9);
        write.SetResult(0);

        _ = waiting.AwaitAsync(new ValueTask<int>(new TaskCompletionSource<int>().Task)).AsTask();
        Look(times: 1 + 9);

        Assert.False(waiting.IsInVain);
    }

    [Fact]
    public void A_reader_who_has_taken_all_is_never_given_up_however_late_we_go_on()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux says what was taken.");
        using var waiting = Begin(says: true);

        Look(times: 100);

        Assert.False(waiting.IsInVain);
    }

    [Fact]
    public void A_reader_who_takes_some_now_and_then_is_never_given_up()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux says what was taken.");
        Fill();
        using var waiting = Begin(says: true);

        for (var turn = 0; turn < 10; turn++)
        {
            Look(times: 5);
            Take();
            Fill();
        }

        Assert.False(waiting.IsInVain);
    }

    [Fact]
    public void What_nobody_waits_for_is_not_looked_at()
    {
        Fill();
        using var waiting = Begin(says: true);
        write.SetResult(0);

        Look(times: 100);

        Assert.False(waiting.IsInVain);
    }

    public void Dispose()
    {
        ours.Dispose();
        theirs.Dispose();
    }

    private WaitingWrite Begin(bool says)
    {
        var waiting = new WaitingWrite(writes, says ? ours : null);
        _ = waiting.AwaitAsync(new ValueTask<int>(write.Task)).AsTask();
        return waiting;
    }

    private void Look(int times = 1, double seconds = 1)
    {
        for (; times > 0; times--)
        {
            clock.Advance(TimeSpan.FromSeconds(seconds));
            writes.Look();
        }
    }

    private void Fill()
    {
        var error = SocketError.Success;
        while (error == SocketError.Success)
            ours.Send(buffer, SocketFlags.None, out error);
        Assert.Equal(SocketError.WouldBlock, error);
    }

    // Until it is known here.
    private void Take()
    {
        var before = SentBytes.Of(ours)!.Value.Taken;
        while (SentBytes.Of(ours)!.Value.Taken == before)
            theirs.Receive(buffer);
    }
}
