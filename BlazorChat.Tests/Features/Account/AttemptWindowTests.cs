using BlazorChat.Web.Features.Account;
using Microsoft.Extensions.Time.Testing;

namespace BlazorChat.Tests.Features.Account;

public sealed class AttemptWindowTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly AttemptWindow window;

    public AttemptWindowTests() => window = new AttemptWindow("sign-in", 2, TimeSpan.FromMinutes(1), shared: null, clock);

    [Fact]
    public async Task So_many_are_let_through_and_the_next_one_when_the_first_is_a_window_ago()
    {
        Assert.True(await IsLetThroughAsync("ada"));
        clock.Advance(TimeSpan.FromSeconds(50));
        Assert.True(await IsLetThroughAsync("ada"));

        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(await IsLetThroughAsync("ada"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await IsLetThroughAsync("ada"));
        Assert.False(await IsLetThroughAsync("ada"));
    }

    [Fact]
    public async Task Each_is_counted_apart_also_when_the_others_are_forgotten()
    {
        await IsLetThroughAsync("ada");
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.True(await IsLetThroughAsync("grace"));
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.True(await IsLetThroughAsync("grace"));
        Assert.False(await IsLetThroughAsync("grace"));
    }

    private async Task<bool> IsLetThroughAsync(string key) => await window.RefuseAsync(key) is null;
}
