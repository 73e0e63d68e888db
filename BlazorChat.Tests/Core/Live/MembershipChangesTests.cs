using BlazorChat.Core.Live;

namespace BlazorChat.Tests.Core.Live;

public sealed class MembershipChangesTests
{
    private readonly Broadcaster broadcaster = new();

    [Fact]
    public void Someone_who_joins_follows_the_room_on_their_own_stream_only()
    {
        var (mine, ofOther) = (broadcaster.Listen(Some.Reader("ada")), broadcaster.Listen(Some.Reader("ada", "other"), "other"));

        broadcaster.ChangeMembership("ada", "general", isMember: true, maySee: true);
        broadcaster.Publish(Some.Event(1));

        Assert.Equal([1], mine.Positions());
        Assert.Empty(ofOther.Positions());
    }

    [Fact]
    public void Someone_who_may_no_longer_see_the_room_is_told_only_that_before_their_stream_of_it_ends()
    {
        var (mine, ofRoom) = (broadcaster.Listen(Some.Reader("ada"), "secret"), broadcaster.Listen(Some.Reader("ada", "secret"), "secret"));

        broadcaster.ChangeMembership("ada", "secret", isMember: false, maySee: false);
        broadcaster.Publish(Some.Event(1, "secret", only: "ada"));
        broadcaster.Publish(Some.Event(2, "secret"));
        broadcaster.CloseRoomTo("ada", "secret");

        Assert.Equal([1], mine.Positions());
        Assert.Equal([1], ofRoom.Positions());
        Assert.Equal((null, StreamEnd.RoomClosed), (mine.Ended, ofRoom.Ended));
    }

    [Fact]
    public void Someone_who_leaves_a_public_room_goes_on_following_it_where_they_watch_it()
    {
        var mine = broadcaster.Listen(Some.Reader("ada"), "general");
        var watching = broadcaster.Listen(Some.Reader("ada", watched: "general"), "general");
        var ofRoom = broadcaster.Listen(Some.Reader("ada", "general"), "general");

        broadcaster.ChangeMembership("ada", "general", isMember: false, maySee: true);
        broadcaster.Publish(Some.Event(1));

        Assert.Empty(mine.Positions());
        Assert.Equal([1], watching.Positions());
        Assert.Equal([1], ofRoom.Positions());
    }

    [Fact]
    public void Rooms_read_while_a_membership_changed_have_to_be_read_again()
    {
        var subscription = broadcaster.Register(Some.Reader("ada"), 100, 10)!;
        var seen = broadcaster.MembershipChanges(subscription);

        broadcaster.ChangeMembership("ada", "secret", isMember: false, maySee: false);

        Assert.False(broadcaster.TrySetRooms(subscription, ["secret"], seen));
        Assert.Empty(broadcaster.RoomsOf(subscription));
        Assert.True(broadcaster.TrySetRooms(subscription, [], broadcaster.MembershipChanges(subscription)));
    }

    [Fact]
    public void Closing_a_room_ends_its_own_streams_alone()
    {
        var (mine, ofRoom) = (broadcaster.Listen(Some.Reader("ada"), "general"), broadcaster.Listen(Some.Reader("ada", "general"), "general"));

        broadcaster.CloseRoom("general");

        Assert.Equal((null, StreamEnd.RoomClosed), (mine.Ended, ofRoom.Ended));
    }
}
