namespace BlazorChat.Web.Features.Account;

/// <summary>
/// Counts attempts at names that nobody has, and locks them like accounts: otherwise the sentence that says when to try
/// again would tell which names exist. Remembered in this process alone, and only so many.
/// </summary>
public sealed class GuessedNames(TimeProvider clock)
{
    private const int Most = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Guessed> names = [];

    /// <summary>Counts an attempt.</summary>
    /// <returns>How long the name is locked still; null: it is not.</returns>
    public TimeSpan? Count(string normalizedName)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        lock (gate)
        {
            if (names.Count >= Most)
                names.Clear();
            var known = names.GetValueOrDefault(normalizedName);
            if (known.LockedUntil > now)
                return TimeSpan.FromMilliseconds(known.LockedUntil - now);
            names[normalizedName] = known.Failures + 1 < Lockout.After
                ? new Guessed(known.Failures + 1, 0)
                : new Guessed(0, now + (long)Lockout.Lasts.TotalMilliseconds);
            return null;
        }
    }

    private readonly record struct Guessed(int Failures, long LockedUntil);
}
