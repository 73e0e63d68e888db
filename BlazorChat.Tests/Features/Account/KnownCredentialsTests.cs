using System.Security.Claims;
using BlazorChat.Web.Features.Account;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace BlazorChat.Tests.Features.Account;

public sealed class KnownCredentialsTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void What_was_checked_is_known_until_it_expires()
    {
        var known = new KnownCredentials(clock);
        var says = new CheckedCredential("session", clock.GetUtcNow().AddMinutes(5), EndsStreams: true, new ClaimsPrincipal());
        known.Remember("token", says);

        Assert.Same(says, known.Find("token"));
        Assert.Null(known.Find("another token"));
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(known.Find("token"));
    }

    [Theory]
    [InlineData("blazorchat=CfDJ8", false, "CfDJ8")]
    [InlineData("__Host-blazorchat=CfDJ8", true, "CfDJ8")]
    [InlineData("blazorchat=CfDJ8", true, null)]
    [InlineData("blazorchat=chunks-2; blazorchatC1=CfD; blazorchatC2=J8", false, null)]
    [InlineData("blazorchat=", false, null)]
    [InlineData("another=CfDJ8", false, null)]
    public void A_cookie_is_known_by_its_whole_text_and_not_if_it_comes_in_pieces(string cookies, bool isSecure, string? found)
    {
        var http = new DefaultHttpContext { Request = { IsHttps = isSecure, Headers = { Cookie = cookies } } };

        Assert.Equal(found, DoorCookies.Find(http, DoorCookies.SignIn));
    }
}
