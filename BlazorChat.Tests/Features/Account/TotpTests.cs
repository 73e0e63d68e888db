using BlazorChat.Core.Users;

namespace BlazorChat.Tests.Features.Account;

public sealed class TotpTests
{
    // "12345678901234567890" in base 32, and https://www.rfc-editor.org/rfc/rfc6238#appendix-B in six digits
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        Assert.Equal(code, Totp.CodeAt(Secret, seconds * 1000));
    }

    [Fact]
    public void A_secret_that_was_made_here_makes_codes()
    {
        var secret = Totp.NewSecret();

        Assert.Matches("^[A-Z2-7]{32}$", secret);
        Assert.Equal(2, Totp.Match(secret, Totp.CodeAt(secret, 60_000), 60_000, lastStep: 0));
    }

    [Theory]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(-60, false)]
    [InlineData(60, false)]
    public void A_clock_may_be_half_a_minute_wrong(int seconds, bool isGood)
    {
        const long now = 1_000_000_000;

        Assert.Equal(isGood, Totp.Match(Secret, Totp.CodeAt(Secret, now + seconds * 1000), now, lastStep: 0) is not null);
    }

    [Fact]
    public void A_code_and_those_before_it_are_used_up_by_it()
    {
        const long now = 1_000_000_000;
        var step = Totp.Match(Secret, Totp.CodeAt(Secret, now), now, lastStep: 0)!.Value;

        Assert.Null(Totp.Match(Secret, Totp.CodeAt(Secret, now), now, step));
        Assert.Null(Totp.Match(Secret, Totp.CodeAt(Secret, now - 30_000), now, step));
        Assert.Equal(step + 1, Totp.Match(Secret, Totp.CodeAt(Secret, now + 30_000), now, step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("287 082 1")]
    [InlineData("abcdef")]
    [InlineData("٢٨٧٠٨٢")]
    public void Anything_else_is_no_code(string typed)
    {
        Assert.Null(Totp.Match(Secret, typed, 59_000, lastStep: 0));
    }

    [Fact]
    public void White_space_does_not_count()
    {
        Assert.NotNull(Totp.Match(Secret, " 287 082", 59_000, lastStep: 0));
    }
}
