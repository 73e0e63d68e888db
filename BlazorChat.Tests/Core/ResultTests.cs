using BlazorChat.Core;

namespace BlazorChat.Tests.Core;

public sealed class ResultTests
{
    [Fact]
    public void A_result_is_a_value_or_a_refusal()
    {
        Result<int> done = 5;
        Result<int> refused = Refusal.NotFound;

        Assert.Equal((5, null), (done.Value, done.Refusal));
        Assert.Equal(Refusal.NotFound, refused.Refusal);
    }

    [Fact]
    public void A_refused_value_cannot_be_had()
    {
        Result<int> refused = Refusal.Forbidden("No.");

        Assert.Throws<InvalidOperationException>(() => refused.Value);
    }
}
