using System.Net;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Redis;
using StackExchange.Redis;

namespace BlazorChat.Tests.Redis;

public sealed class RedisUrlTests
{
    [Theory]
    [InlineData("redis://redis", "redis", 6379)]
    [InlineData("redis://redis:7000", "redis", 7000)]
    [InlineData("redis://redis:7000/", "redis", 7000)]
    [InlineData("redis://[::1]:7000", "::1", 7000)]
    public void A_host_is_enough(string url, string host, int port)
    {
        var options = RedisUrl.Parse(url);

        var (named, at) = options.EndPoints.Single() switch
        {
            DnsEndPoint dns => (dns.Host, dns.Port),
            IPEndPoint ip => (ip.Address.ToString(), ip.Port),
            var other => throw new InvalidOperationException(other.ToString()),
        };
        Assert.Equal((host, port), (named, at));
        Assert.Equal((false, 0, null, null), (options.Ssl, options.DefaultDatabase, options.User, options.Password));
    }

    [Fact]
    public void User_password_and_database_are_read()
    {
        var options = RedisUrl.Parse("rediss://ada:p%40ss%23w%2Ford@redis.example.org:6380/3");

        Assert.Equal(("ada", "p@ss#w/ord", 3), (options.User, options.Password, options.DefaultDatabase));
        Assert.Equal((true, "redis.example.org"), (options.Ssl, options.SslHost));
    }

    [Fact]
    public void A_password_needs_no_user()
    {
        var options = RedisUrl.Parse("redis://:secret@redis");

        Assert.Equal((null, "secret"), (options.User, options.Password));
    }

    [Theory]
    [InlineData("redis://redis", null)]
    [InlineData("redis://redis?protocol=resp2", RedisProtocol.Resp2)]
    [InlineData("redis://redis/1?protocol=resp3", RedisProtocol.Resp3)]
    public void The_protocol_may_be_set(string url, RedisProtocol? protocol) => Assert.Equal(protocol, RedisUrl.Parse(url).Protocol);

    [Theory]
    [InlineData("redis")]
    [InlineData("redis:6379")]
    [InlineData("http://redis")]
    [InlineData("redis://")]
    [InlineData("redis://redis:x")]
    [InlineData("redis://redis:70000")]
    [InlineData("redis://secret@redis")]
    [InlineData("redis://ada:@redis")]
    [InlineData("redis://:sec#ret@redis")]
    [InlineData("redis://redis/name")]
    [InlineData("redis://redis/-1")]
    [InlineData("redis://redis/1/2")]
    [InlineData("redis://redis?protocol=resp4")]
    [InlineData("redis://redis?timeout=5")]
    public void What_is_wrong_is_told_without_repeating_it(string url)
    {
        var why = Assert.Throws<CannotStartException>(() => RedisUrl.Parse(url)).Message;

        Assert.StartsWith("REDIS_URL: ", why, StringComparison.Ordinal);
        Assert.DoesNotContain("sec", why, StringComparison.Ordinal);
    }
}
