using BlazorChat.Core;

namespace BlazorChat.Web.Features.Account;

/// <summary>Why someone is not signed in.</summary>
internal static class SignInRefusals
{
    // One answer for unknown names and wrong passwords: it tells nobody which names exist.
    public static readonly Refusal WrongCredentials = new(RefusalReason.NotSignedIn, "wrong_credentials",
        "That username and password do not match.");

    public static Refusal Locked(TimeSpan left) => new(RefusalReason.NotSignedIn, "locked_out",
        $"Too many attempts with this username. Try again in {TooManyAttempts.InWords(left)}.");
}
