using BlazorChat.Core.Rooms;

namespace BlazorChat.Tests.Core.Rooms;

public sealed class MuteTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData(59, false)]
    [InlineData(60, true)]
    [InlineData(31_536_000, true)]
    [InlineData(31_536_001, false)]
    public void It_lasts_from_a_minute_to_a_year(int? seconds, bool isValid) =>
        Assert.Equal(isValid, MuteTerms.Parse(seconds, null).Refusal is null);

    [Fact]
    public void A_reason_has_an_end() =>
        Assert.Equal("reason", MuteTerms.Parse(60, new string('a', 251)).Refusal?.Field);

    [Fact]
    public void It_ends_by_itself()
    {
        var silence = Impose(seconds: 60, now: 1_000);

        Assert.True(silence.IsInForce(60_999));
        Assert.False(silence.IsInForce(61_000));
    }

    [Fact]
    public void Imposed_again_it_counts_from_then()
    {
        var silence = Impose(seconds: 3_600, now: 0);

        silence.Change(MuteTerms.Parse(60, "Enough").Value, "grace", 1_000);

        Assert.Equal((61_000, "grace", "Enough"), (silence.Until, silence.ById, silence.Reason));
    }

    private static Mute Impose(int seconds, long now)
    {
        var room = Room.CreatePrivate(RoomName.Parse("Room").Value, RoomTopic.Parse("").Value, 0);
        return Mute.Impose(room.Id, "linus", MuteTerms.Parse(seconds, null).Value, "ada", now);
    }
}
