using System.Net;
using System.Net.Sockets;
using BlazorChat.Web.Redis;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Account;

/// <summary>Limits how often someone may try to sign in or register, by account and by address.</summary>
public sealed class SignInLimits(IOptions<SignInLimitOptions> options, TimeProvider clock, SharedLimits? shared = null)
{
    private const int MailsPerHour = 5;

    private readonly AttemptWindow byAccount = new("account", options.Value.SignInsPerMinute, TimeSpan.FromMinutes(1), shared, clock);
    private readonly AttemptWindow byAddress = new("address", options.Value.SignInsPerMinuteAndAddress, TimeSpan.FromMinutes(1), shared, clock);
    private readonly AttemptWindow mails = new("mail", MailsPerHour, TimeSpan.FromHours(1), shared, clock);
    private readonly AttemptWindow registrations = new("registration", options.Value.RegistrationsPerHour, TimeSpan.FromHours(1), shared, clock);

    /// <summary>Limits mails to one address, so that nobody can fill another person's mailbox.</summary>
    /// <returns>The 429 to answer with, or null.</returns>
    public async ValueTask<TooManyAttempts?> RefuseMailAsync(HttpContext http, string? address) =>
        await RefuseAddressAsync(http) ?? await mails.RefuseAsync((address ?? "").Trim().ToUpperInvariant());

    /// <returns>The 429 to answer with, or null.</returns>
    public async ValueTask<TooManyAttempts?> RefuseSignInAsync(HttpContext http, string? account) =>
        await RefuseAddressAsync(http) ?? await byAccount.RefuseAsync((account ?? "").Trim().ToUpperInvariant());

    /// <summary>Limits attempts that name no account.</summary>
    /// <returns>The 429 to answer with, or null.</returns>
    public ValueTask<TooManyAttempts?> RefuseAddressAsync(HttpContext http) => byAddress.RefuseAsync(AddressOf(http));

    /// <returns>The 429 to answer with, or null.</returns>
    public ValueTask<TooManyAttempts?> RefuseRegistrationAsync(HttpContext http) => registrations.RefuseAsync(AddressOf(http));

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
