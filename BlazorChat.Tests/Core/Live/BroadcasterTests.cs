using BlazorChat.Core.Live;

namespace BlazorChat.Tests.Core.Live;

public sealed class BroadcasterTests
{
    private readonly Broadcaster broadcaster = new();

    [Fact]
    public void An_event_goes_to_those_who_follow_its_room()
    {
        var (here, there) = (broadcaster.Listen(Some.Reader("ada"), "general"), broadcaster.Listen(Some.Reader("grace"), "other"));

        broadcaster.Publish(Some.Event(1));

        Assert.Equal([1], here.Positions());
        Assert.Empty(there.Positions());
    }

    [Fact]
    public void What_is_for_one_goes_to_all_their_streams_that_it_concerns()
    {
        var mine = broadcaster.Listen(Some.Reader("ada"));
        var ofRoom = broadcaster.Listen(Some.Reader("ada", "general"), "general");
        var ofOther = broadcaster.Listen(Some.Reader("ada", "other"), "other");
        var hers = broadcaster.Listen(Some.Reader("grace"), "general");

        broadcaster.Publish(Some.Event(1, only: "ada"));

        Assert.Equal([1], mine.Positions());
        Assert.Equal([1], ofRoom.Positions());
        Assert.Empty(ofOther.Positions());
        Assert.Empty(hers.Positions());
    }

    [Fact]
    public void Who_is_told_something_else_is_left_out()
    {
        var (ada, grace) = (broadcaster.Listen(Some.Reader("ada"), "general"), broadcaster.Listen(Some.Reader("grace"), "general"));

        broadcaster.Publish(Some.Event(1, except: "ada"));

        Assert.Empty(ada.Positions());
        Assert.Equal([1], grace.Positions());
    }

    [Fact]
    public void Who_follows_several_of_the_rooms_is_told_once()
    {
        var ada = broadcaster.Listen(Some.Reader("ada"), "general", "other");

        broadcaster.PublishToAny(["general", "other", "nowhere"], Some.Typing(""));

        Assert.Single(ada.Positions());
    }

    [Fact]
    public void One_stream_too_many_is_none()
    {
        Assert.NotNull(broadcaster.Register(Some.Reader("ada"), 100, streamsPerUser: 1));
        Assert.Null(broadcaster.Register(Some.Reader("ada"), 100, streamsPerUser: 1));
        Assert.NotNull(broadcaster.Register(Some.Reader("grace"), 100, streamsPerUser: 1));
        Assert.Equal(2, broadcaster.StreamCount);
    }

    [Fact]
    public void Who_left_is_told_nothing_and_makes_room()
    {
        var first = broadcaster.Listen(Some.Reader("ada"), "general");

        broadcaster.Unregister(first);
        broadcaster.Unregister(first);
        broadcaster.Publish(Some.Event(1));

        Assert.Empty(first.Positions());
        Assert.Equal(0, broadcaster.StreamCount);
        Assert.NotNull(broadcaster.Register(Some.Reader("ada"), 100, streamsPerUser: 1));
    }

    [Theory]
    [InlineData("session", "ada", 1)]
    [InlineData("other", "ada", 2)]
    public void A_sign_in_ends_with_its_streams(string session, string user, int left)
    {
        var mine = broadcaster.Listen(Some.Reader(user), "general");
        var elsewhere = broadcaster.Listen(Some.Reader(user, session: "elsewhere"), "general");

        broadcaster.EndSession(session);

        Assert.Equal(left, new[] { mine, elsewhere }.Count(s => s.Ended is null));
    }

    [Fact]
    public void What_has_expired_ends()
    {
        var (early, late) = (broadcaster.Listen(Some.Reader("ada") with { ExpiresAt = 100 }), broadcaster.Listen(Some.Reader("ada")));

        broadcaster.EndExpired(99);
        Assert.Null(early.Ended);
        broadcaster.EndExpired(100);

        Assert.Equal((StreamEnd.SignedOut, null), (early.Ended, late.Ended));
    }

    [Fact]
    public void A_users_streams_end_all_at_once_and_no_one_elses()
    {
        var (ada, grace) = (broadcaster.Listen(Some.Reader("ada")), broadcaster.Listen(Some.Reader("grace")));

        broadcaster.EndUser("ada");

        Assert.Equal((StreamEnd.SignedOut, null), (ada.Ended, grace.Ended));
    }
}
