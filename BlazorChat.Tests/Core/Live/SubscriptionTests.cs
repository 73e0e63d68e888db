using BlazorChat.Core.Live;

namespace BlazorChat.Tests.Core.Live;

public sealed class SubscriptionTests
{
    private readonly Broadcaster broadcaster = new();

    [Fact]
    public void Before_going_live_what_passes_is_noted_and_not_queued()
    {
        var subscription = Register();
        broadcaster.Publish(Some.Event(5));

        Assert.False(subscription.TryGoLive(replayedTo: 4));
        Assert.True(subscription.TryGoLive(replayedTo: 5));
        Assert.Empty(subscription.Positions());
    }

    [Fact]
    public void A_few_are_woken_on_the_thread_that_publishes()
    {
        Subscription[] few = [.. Enumerable.Range(0, 10).Select(_ => broadcaster.Listen(Some.Reader("ada"), "general"))];
        Task[] woken = [.. few.Select(each => each.WaitAsync().AsTask())];

        broadcaster.Publish(Some.Event(1));

        Assert.All(woken, each => Assert.True(each.IsCompletedSuccessfully));
        Assert.All(few, each => Assert.Equal([1], each.Positions()));
    }

    [Fact]
    public void What_the_replay_covered_is_not_told_again()
    {
        var subscription = Register();
        Assert.True(subscription.TryGoLive(replayedTo: 7));

        foreach (var position in new[] { 5, 7, 8, 8, 6, 9 })
            broadcaster.Publish(Some.Event(position));

        Assert.Equal([8, 9], subscription.Positions());
    }

    [Fact]
    public void Typing_that_passes_during_the_replay_is_told_after_it()
    {
        var subscription = Register();
        broadcaster.Publish(Some.Typing());

        Assert.True(subscription.TryGoLive(0));

        Assert.Equal([null], subscription.Positions());
    }

    [Fact]
    public void A_reader_too_slow_for_the_queue_is_cut_off_and_forgets_what_was_queued()
    {
        var subscription = Register(queueBytes: 250);
        subscription.TryGoLive(0);

        broadcaster.Publish(Some.Event(1, bytes: 100));
        broadcaster.Publish(Some.Event(2, bytes: 100));
        Assert.Null(subscription.Ended);
        broadcaster.Publish(Some.Event(3, bytes: 100));

        Assert.Equal(StreamEnd.TooSlow, subscription.Ended);
        Assert.Empty(subscription.Positions());
    }

    [Fact]
    public void One_event_is_queued_however_large_it_is_and_no_other_beside_it()
    {
        var subscription = Register(queueBytes: 250);
        subscription.TryGoLive(0);

        broadcaster.Publish(Some.Event(1, bytes: 1_000));
        Assert.Equal([1], subscription.Positions());
        broadcaster.Publish(Some.Event(2, bytes: 1_000));
        broadcaster.Publish(Some.Event(3, bytes: 1));

        Assert.Equal(StreamEnd.TooSlow, subscription.Ended);
    }

    [Fact]
    public void A_reader_who_keeps_up_is_never_cut_off()
    {
        var subscription = Register(queueBytes: 250);
        subscription.TryGoLive(0);

        for (var position = 1; position <= 100; position++)
        {
            broadcaster.Publish(Some.Event(position, bytes: 100));
            Assert.Equal([position], subscription.Positions());
        }

        Assert.Null(subscription.Ended);
    }

    [Fact]
    public async Task A_waiting_reader_wakes_for_an_event_a_beat_and_the_end()
    {
        var subscription = Register();
        subscription.TryGoLive(0);

        foreach (var wake in new Action[] { () => broadcaster.Publish(Some.Event(1)), broadcaster.Beat, () => subscription.End(StreamEnd.ReaderLeft) })
        {
            var waiting = subscription.WaitAsync().AsTask();
            Assert.False(waiting.IsCompleted);
            wake();
            await waiting.InPatienceAsync();
        }
    }

    [Fact]
    public async Task What_came_before_the_wait_completes_it_at_once()
    {
        var subscription = Register();
        subscription.Beat();

        Assert.True(subscription.WaitAsync().AsTask().IsCompleted);
    }

    [Fact]
    public void The_first_reason_to_end_stays()
    {
        var subscription = Register();
        subscription.End(StreamEnd.SignedOut);
        subscription.End(StreamEnd.ShuttingDown);

        Assert.Equal(StreamEnd.SignedOut, subscription.Ended);
    }

    private Subscription Register(int queueBytes = 10_000)
    {
        var subscription = broadcaster.Register(Some.Reader("ada", "general"), queueBytes, 10)!;
        broadcaster.TrySetRooms(subscription, ["general"], 0);
        return subscription;
    }
}
