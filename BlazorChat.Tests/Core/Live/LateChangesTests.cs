using BlazorChat.Core.Live;

namespace BlazorChat.Tests.Core.Live;

/// <summary>The tail may be behind: it tells of a change after a reader has read what came of it.</summary>
public sealed class LateChangesTests
{
    private readonly Broadcaster broadcaster = new();

    [Fact]
    public void A_reader_keeps_the_room_to_which_they_were_added_again_before_they_came()
    {
        var reader = Register(roomId: null);
        Assert.True(broadcaster.TrySetRooms(reader, ["den"], broadcaster.MembershipChanges(reader), asOf: 96));

        broadcaster.ChangeMembership("grace", "den", isMember: false, maySee: false, position: 94);

        Assert.Equal(["den"], broadcaster.RoomsOf(reader));
        broadcaster.ChangeMembership("grace", "den", isMember: false, maySee: false, position: 97);
        Assert.Empty(broadcaster.RoomsOf(reader));
    }

    [Fact]
    public void A_rooms_stream_stays_that_was_opened_after_its_reader_had_come_back()
    {
        var reader = Register(roomId: "den");
        Assert.True(broadcaster.TrySetRooms(reader, ["den"], broadcaster.MembershipChanges(reader), asOf: 96));

        broadcaster.CloseRoomTo("grace", "den", position: 94);

        Assert.Null(reader.Ended);
        broadcaster.CloseRoomTo("grace", "den", position: 97);
        Assert.Equal(StreamEnd.RoomClosed, reader.Ended);
    }

    private Subscription Register(string? roomId) => broadcaster.Register(
        new Subscriber("grace", "session", roomId, [], WantsHtml: false, long.MaxValue), queueBytes: 10_000, streamsPerUser: 10)!;
}
