namespace BlazorChat.E2E.Hosting;

/// <summary>
/// How long anything is waited for before its test gives up. Tests wait for what happens and go on at once; this only
/// ends those that would never end, so it is far beyond what the slowest machine takes.
/// </summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public const float Milliseconds = 180_000;

    public static Task WithPatience(this Task waiting) => waiting.WaitAsync(Limit, TestContext.Current.CancellationToken);

    public static Task<T> WithPatience<T>(this Task<T> waiting) => waiting.WaitAsync(Limit, TestContext.Current.CancellationToken);
}
