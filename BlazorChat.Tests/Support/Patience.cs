namespace BlazorChat.Tests.Support;

/// <summary>
/// How long a test waits for what must come. It is a net, not a measure: where all is well it is never reached, on whatever
/// machine and however busy.
/// </summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Cancelled when patience is over, or the test.</summary>
    public static CancellationTokenSource Begin()
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Limit);
        return patience;
    }

    public static Task InPatienceAsync(this Task task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    public static Task<T> InPatienceAsync<T>(this Task<T> task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);
}
