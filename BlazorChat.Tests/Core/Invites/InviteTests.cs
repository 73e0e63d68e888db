using BlazorChat.Core.Invites;
using BlazorChat.Core.Rooms;

namespace BlazorChat.Tests.Core.Invites;

public sealed class InviteTests
{
    [Theory]
    [InlineData(299, null, "expires_in")]
    [InlineData(2_592_001, null, "expires_in")]
    [InlineData(300, 0, "max_uses")]
    [InlineData(300, 1_001, "max_uses")]
    [InlineData(300, 1, null)]
    [InlineData(2_592_000, 1_000, null)]
    [InlineData(null, null, null)]
    public void Its_terms_have_bounds(int? seconds, int? uses, string? blamed) =>
        Assert.Equal(blamed, InviteTerms.Parse(seconds, uses).Refusal?.Field);

    [Fact]
    public void It_serves_a_week_unless_told_otherwise() =>
        Assert.Equal(7 * 24 * 3_600_000L, Make(null, null).ExpiresAt);

    [Fact]
    public void It_serves_until_it_runs_out()
    {
        var invite = Make(300, null);

        Assert.True(invite.IsLive(299_999));
        Assert.False(invite.IsLive(300_000));
    }

    [Fact]
    public void It_serves_as_many_as_it_says()
    {
        var invite = Make(300, 2);

        invite.Use();
        Assert.True(invite.IsLive(0));
        invite.Use();
        Assert.False(invite.IsLive(0));
    }

    private static Invite Make(int? seconds, int? uses) => Invite.Make(
        Room.CreatePrivate(RoomName.Parse("Room").Value, RoomTopic.Parse("").Value, 0), "ada", InviteTerms.Parse(seconds, uses).Value, 0);
}
