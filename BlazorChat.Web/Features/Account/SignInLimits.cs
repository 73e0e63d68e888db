using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using BlazorChat.Web.Hosting;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Account;

/// <summary>Limits how often someone may try to sign in or register, by account and by address.</summary>
public sealed class SignInLimits(IOptions<SignInLimitOptions> options) : IDisposable
{
    private const int MailsPerHour = 5;

    private readonly PartitionedRateLimiter<string> byAccount =
        Limiter(options.Value.SignInsPerMinute, TimeSpan.FromMinutes(1));

    private readonly PartitionedRateLimiter<string> byAddress =
        Limiter(options.Value.SignInsPerMinuteAndAddress, TimeSpan.FromMinutes(1));

    private readonly PartitionedRateLimiter<string> mails = Limiter(MailsPerHour, TimeSpan.FromHours(1));

    private readonly PartitionedRateLimiter<string> registrations =
        Limiter(options.Value.RegistrationsPerHour, TimeSpan.FromHours(1));

    /// <summary>Limits mails to one address, so that nobody can fill another person's mailbox.</summary>
    /// <returns>The 429 to answer with, or null.</returns>
    public TooManyAttempts? RefuseMail(HttpContext http, string? address) =>
        RefuseAddress(http) ?? Refuse(mails, (address ?? "").Trim().ToUpperInvariant());

    /// <returns>The 429 to answer with, or null.</returns>
    public TooManyAttempts? RefuseSignIn(HttpContext http, string? account) =>
        RefuseAddress(http) ?? Refuse(byAccount, (account ?? "").Trim().ToUpperInvariant());

    /// <summary>Limits attempts that name no account.</summary>
    /// <returns>The 429 to answer with, or null.</returns>
    public TooManyAttempts? RefuseAddress(HttpContext http) => Refuse(byAddress, AddressOf(http));

    /// <returns>The 429 to answer with, or null.</returns>
    public TooManyAttempts? RefuseRegistration(HttpContext http) => Refuse(registrations, AddressOf(http));

    public void Dispose()
    {
        byAccount.Dispose();
        byAddress.Dispose();
        registrations.Dispose();
        mails.Dispose();
    }

    private static TooManyAttempts? Refuse(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired)
            return null;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : TimeSpan.FromMinutes(1);
        return new TooManyAttempts(wait);
    }

    // A sliding window, so that the end of one minute and the start of the next do not add up.
    private static PartitionedRateLimiter<string> Limiter(int permits, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetSlidingWindowLimiter(key, _ =>
            new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = window, SegmentsPerWindow = 6 }));

    // One customer of an IPv6 provider has a whole /64.
    private static string AddressOf(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
