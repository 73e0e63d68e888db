using BlazorChat.Core.Rooms;

namespace BlazorChat.Tests.Core.Rooms;

public sealed class DirectPairTests
{
    [Fact]
    public void A_pair_is_the_same_in_either_order() =>
        Assert.Equal(DirectPair.Of("ada", "grace").Key, DirectPair.Of("grace", "ada").Key);

    [Fact]
    public void A_pair_is_read_back_from_its_key()
    {
        var pair = DirectPair.Parse(DirectPair.Of("grace", "ada").Key);

        Assert.Equal(("grace", "ada"), (pair.OtherThan("ada"), pair.OtherThan("grace")));
    }
}
