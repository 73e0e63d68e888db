using BlazorChat.Core.Presence;

namespace BlazorChat.Tests.Core.Presence;

public sealed class TypingBoardTests
{
    private readonly SetClock clock = new();
    private readonly TypingBoard board;

    public TypingBoardTests() => board = new TypingBoard(clock);

    [Fact]
    public void Typing_ends_after_five_seconds()
    {
        board.Start(new Typist("general", "ada", "Ada"));

        clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Empty(board.Sweep());
        clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal("Ada", Assert.Single(board.Sweep()).Username);
        Assert.Empty(board.Sweep());
    }

    [Fact]
    public void Saying_so_again_starts_the_five_seconds_again()
    {
        board.Start(new Typist("general", "ada", "Ada"));
        clock.Advance(TimeSpan.FromSeconds(4));
        board.Start(new Typist("general", "ada", "Ada"));
        clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Empty(board.Sweep());
    }

    [Fact]
    public void A_clock_set_back_keeps_nobody_typing()
    {
        board.Start(new Typist("general", "ada", "Ada"));
        clock.SetBack(TimeSpan.FromHours(1));
        clock.Advance(TypingBoard.Lasts);

        Assert.Equal("Ada", Assert.Single(board.Sweep()).Username);
    }

    [Fact]
    public void Stopping_counts_once_and_in_that_room_alone()
    {
        board.Start(new Typist("general", "ada", "Ada"));

        Assert.False(board.Stop(new Typist("other", "ada", "")));
        Assert.True(board.Stop(new Typist("general", "ada", "")));
        Assert.False(board.Stop(new Typist("general", "ada", "")));
    }

    [Fact]
    public void A_room_and_each_of_its_threads_are_places_of_their_own_and_can_all_end_at_once()
    {
        board.Start(new Typist("general", "ada", "Ada"));
        board.Start(new Typist("general", "ada", "Ada", ThreadId: "7"));

        Assert.False(board.Stop(new Typist("general", "ada", "", ThreadId: "8")));
        Assert.Equal([null, "7"], board.StopAll("general", "ada").Select(typist => typist.ThreadId).Order());
        Assert.Empty(board.StopAll("general", "ada"));
    }
}
