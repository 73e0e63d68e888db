using System.Globalization;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.WebUtilities;
using StackExchange.Redis;

namespace BlazorChat.Web.Redis;

/// <summary>
/// The setting <c>REDIS_URL</c>: <c>redis://user:password@host:port/database?protocol=resp3</c>, or <c>rediss://</c> for TLS.
/// Everything but the host may be left out.
/// </summary>
internal static class RedisUrl
{
    public const string Setting = "REDIS_URL";

    private const int DefaultPort = 6379;
    private const int TimeoutMs = 1000;
    private const int ConnectMs = 2000;
    private const int KeepAliveSeconds = 5;

    /// <exception cref="CannotStartException">It cannot be understood. The sentence does not repeat it: it may hold a password.</exception>
    public static ConfigurationOptions Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("redis" or "rediss") || url.Host.Length == 0 || url.Fragment.Length > 0)
            throw Wrong("is to be an address as redis://user:password@host:6379/0, or rediss:// for TLS. Write special characters of the password as %23 for #.");
        var options = new ConfigurationOptions
        {
            // It reconnects for as long as it takes, and what is asked meanwhile fails at once instead of waiting.
            AbortOnConnectFail = false,
            ReconnectRetryPolicy = new LinearRetry(TimeoutMs),
            BacklogPolicy = BacklogPolicy.FailFast,
            ConnectRetry = 1,
            ConnectTimeout = ConnectMs,
            AsyncTimeout = TimeoutMs,
            SyncTimeout = TimeoutMs,
            KeepAlive = KeepAliveSeconds,
            Ssl = url.Scheme == "rediss",
            SslHost = url.Scheme == "rediss" ? url.IdnHost : null,
            DefaultDatabase = DatabaseOf(url),
            Protocol = ProtocolOf(url),
            ClientName = "BlazorChat",
        };
        options.EndPoints.Add(url.IdnHost, url.Port < 0 ? DefaultPort : url.Port);
        SignIn(options, url.UserInfo);
        return options;
    }

    private static void SignIn(ConfigurationOptions options, string userInfo)
    {
        if (userInfo.Length == 0)
            return;
        if (userInfo.Split(':', 2) is not [var user, { Length: > 0 } password])
            throw Wrong("names a user without a password. Write redis://user:password@host, or redis://:password@host.");
        options.User = user.Length > 0 ? Uri.UnescapeDataString(user) : null;
        options.Password = Uri.UnescapeDataString(password);
    }

    private static int DatabaseOf(Uri url) =>
        url.AbsolutePath is "" or "/" ? 0
        : int.TryParse(url.AbsolutePath.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw Wrong("is to end with the number of a database, as redis://host:6379/0.");

    private static RedisProtocol? ProtocolOf(Uri url)
    {
        RedisProtocol? protocol = null;
        foreach (var (name, value) in QueryHelpers.ParseQuery(url.Query))
            protocol = (name, value.ToString()) switch
            {
                ("protocol", "resp2") => RedisProtocol.Resp2,
                ("protocol", "resp3") => RedisProtocol.Resp3,
                _ => throw Wrong("may have one parameter: protocol=resp2 or protocol=resp3."),
            };
        return protocol;
    }

    private static CannotStartException Wrong(string how) => new($"{Setting}: {how}");
}
