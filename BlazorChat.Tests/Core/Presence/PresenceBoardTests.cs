using BlazorChat.Core.Presence;

namespace BlazorChat.Tests.Core.Presence;

public sealed class PresenceBoardTests
{
    private readonly SetClock clock = new();
    private readonly PresenceBoard board;

    public PresenceBoardTests() => board = new PresenceBoard(clock);

    [Fact]
    public void Nobody_unknown_is_here() => Assert.Equal(PresenceStatus.Offline, board.StatusOf("ada"));

    [Fact]
    public void The_first_arrival_changes_something_and_the_second_does_not()
    {
        Assert.True(board.Arrive("ada", "s").Changed);
        Assert.False(board.Arrive("ada", "s").Changed);
        Assert.Equal(PresenceStatus.Online, board.StatusOf("ada"));
    }

    [Fact]
    public void Someone_who_left_is_here_until_their_grace_period_ends()
    {
        board.Arrive("ada", "s").Visit.Dispose();

        clock.Advance(PresenceBoard.Grace - TimeSpan.FromMilliseconds(1));
        Assert.Empty(board.Sweep());
        clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(["ada"], board.Sweep());
        Assert.Equal(PresenceStatus.Offline, board.StatusOf("ada"));
        Assert.Empty(board.Sweep());
    }

    [Fact]
    public void A_clock_set_back_keeps_nobody_here()
    {
        board.Arrive("ada", "s").Visit.Dispose();
        clock.SetBack(TimeSpan.FromHours(1));
        clock.Advance(PresenceBoard.Grace);

        Assert.Equal(["ada"], board.Sweep());
    }

    [Fact]
    public void A_reload_is_no_departure()
    {
        board.Arrive("ada", "s").Visit.Dispose();
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.False(board.Arrive("ada", "s").Changed);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(board.Sweep());
    }

    [Fact]
    public void Leaving_by_one_of_two_streams_or_twice_by_the_same_is_no_departure()
    {
        var (first, _) = board.Arrive("ada", "s");
        board.Arrive("ada", "s");

        first.Dispose();
        first.Dispose();
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Empty(board.Sweep());
    }

    [Fact]
    public void Away_means_away_in_every_sign_in()
    {
        board.Arrive("ada", "laptop");
        board.Arrive("ada", "phone");

        Assert.False(board.Say("ada", "laptop", isAway: true));
        Assert.True(board.Say("ada", "phone", isAway: true));
        Assert.Equal(PresenceStatus.Away, board.StatusOf("ada"));
        Assert.True(board.Say("ada", "laptop", isAway: false));
        Assert.Equal(PresenceStatus.Online, board.StatusOf("ada"));
    }

    [Fact]
    public void When_the_one_who_looks_leaves_the_one_away_remains()
    {
        board.Arrive("ada", "laptop");
        var (phone, _) = board.Arrive("ada", "phone");
        board.Say("ada", "laptop", isAway: true);

        phone.Dispose();
        clock.Advance(PresenceBoard.Grace);

        Assert.Equal(["ada"], board.Sweep());
        Assert.Equal(PresenceStatus.Away, board.StatusOf("ada"));
    }

    [Fact]
    public void Someone_who_is_not_here_cannot_be_away() => Assert.False(board.Say("ada", "s", isAway: true));

    [Fact]
    public void Someone_is_online_if_any_node_says_so()
    {
        var visit = board.Arrive("ada", "s").Visit;

        Assert.Empty(board.Hear("b", 1, [new("ada", PresenceStatus.Away, 2)]));
        visit.Dispose();
        clock.Advance(PresenceBoard.Grace);

        Assert.Equal(["ada"], board.Sweep());
        Assert.Equal((PresenceStatus.Away, 2), (board.StatusOf("ada"), board.StreamsElsewhere("ada")));
        Assert.Equal(["ada"], board.Hear("b", 2, [new("ada", PresenceStatus.Offline, 0)]));
        Assert.Equal((PresenceStatus.Offline, 0), (board.StatusOf("ada"), board.StreamsElsewhere("ada")));
    }

    [Fact]
    public void All_that_a_node_says_takes_the_place_of_what_it_said_before()
    {
        board.Hear("b", 1, [new("ada", PresenceStatus.Online, 1), new("grace", PresenceStatus.Online, 1)]);

        Assert.Equal(["ada"], board.Hear("b", 5, [new("grace", PresenceStatus.Online, 1)], OtherNodes.Lasts));
        Assert.Equal((5L, null), (board.VersionOf("b"), board.VersionOf("c")));
        Assert.Equal((1, 0), board.Count());
    }

    [Fact]
    public void People_of_a_node_that_died_are_offline_when_it_has_been_silent_for_too_long()
    {
        board.Hear("b", 1, [new("ada", PresenceStatus.Online, 1)]);
        clock.Advance(OtherNodes.Lasts / 2);
        board.Hear("b", 1, []);
        clock.Advance(OtherNodes.Lasts - TimeSpan.FromMilliseconds(1));
        Assert.Empty(board.Sweep());
        clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(["ada"], board.Sweep());
        Assert.Null(board.VersionOf("b"));
    }

    [Fact]
    public void People_of_a_node_that_stops_may_come_back_elsewhere_unnoticed()
    {
        board.Hear("b", 1, [new("ada", PresenceStatus.Online, 1), new("grace", PresenceStatus.Online, 1)]);
        board.Leaving("b");
        Assert.False(board.Arrive("ada", "s").Changed);
        clock.Advance(PresenceBoard.Grace);

        Assert.Equal(["grace"], board.Sweep());
    }

    [Fact]
    public void What_is_said_of_someone_here_is_told_when_it_may_have_changed()
    {
        List<PresenceHere> told = [];
        board.ChangedHere += userId => told.Add(board.Here(userId));

        var visit = board.Arrive("ada", "s").Visit;
        board.Say("ada", "s", isAway: true);
        visit.Dispose();
        clock.Advance(PresenceBoard.Grace);
        board.Sweep();

        Assert.Equal(
            [new("ada", PresenceStatus.Online, 1), new("ada", PresenceStatus.Away, 1), new("ada", PresenceStatus.Away, 0), new("ada", PresenceStatus.Offline, 0)],
            told);
    }
}
