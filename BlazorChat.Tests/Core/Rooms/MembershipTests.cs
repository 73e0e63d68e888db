using BlazorChat.Core.Rooms;

namespace BlazorChat.Tests.Core.Rooms;

public sealed class MembershipTests
{
    private readonly Membership membership = Membership.Join(Room.CreateDirect(DirectPair.Of("ada", "grace"), 0), "ada", RoomRole.Member, 0);

    [Fact]
    public void Reading_moves_the_mark_forward_only()
    {
        Assert.True(membership.ReadUpTo(5));
        Assert.False(membership.ReadUpTo(3));
        Assert.Equal(5, membership.ReadNumber);
    }

    [Fact]
    public void Marking_unread_moves_it_to_just_before_the_message()
    {
        membership.ReadUpTo(5);

        membership.UnreadFrom(3);

        Assert.Equal(2, membership.ReadNumber);
    }

    [Fact]
    public void Preferences_that_are_not_named_stay()
    {
        membership.Prefer(NotificationLevel.Mentions, pinned: true, off: null);

        Assert.True(membership.Prefer(null, null, off: true));
        Assert.Equal((NotificationLevel.Mentions, true, true), (membership.Notify, membership.IsPinned, membership.HasNotificationsOff));
        Assert.False(membership.Prefer(NotificationLevel.Mentions, pinned: true, off: true));
    }
}
