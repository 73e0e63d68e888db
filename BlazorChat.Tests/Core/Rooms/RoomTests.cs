using BlazorChat.Core.Rooms;

namespace BlazorChat.Tests.Core.Rooms;

public sealed class RoomTests
{
    [Fact]
    public void Numbers_count_from_one_without_holes()
    {
        var room = NewRoom();

        Assert.Equal([1L, 2L, 3L], new[] { room.TakeNumber(10), room.TakeNumber(20), room.TakeNumber(30) });
        Assert.Equal((3, 30), (room.LastNumber, room.LastMessageAt));
    }

    [Fact]
    public void Someone_who_joins_has_read_what_was_said_before()
    {
        var room = NewRoom();
        room.TakeNumber(10);

        Assert.Equal(1, Membership.Join(room, "ada", RoomRole.Member, 20).ReadNumber);
    }

    [Fact]
    public void The_read_mark_moves_forward_only()
    {
        var membership = Membership.Join(NewRoom(), "ada", RoomRole.Member, 0);

        Assert.Equal((true, false, false), (membership.ReadUpTo(5), membership.ReadUpTo(5), membership.ReadUpTo(3)));
        Assert.Equal(5, membership.ReadNumber);
    }

    [Fact]
    public void Archiving_twice_keeps_the_first_time()
    {
        var room = NewRoom();
        room.Archive(10);
        room.Archive(20);

        Assert.Equal(10, room.ArchivedAt);
        room.Restore();
        Assert.False(room.IsArchived);
    }

    private static Room NewRoom() => Room.CreatePrivate(RoomName.Parse("Room").Value, RoomTopic.Parse("").Value, 0);
}
