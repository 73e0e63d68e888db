using Amazon.Runtime;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>Time-outs of a remote store. All its failures become one type of exception.</summary>
internal sealed class StorePatience(TimeSpan longest)
{
    /// <exception cref="FileStoreException">It failed, or did not answer in time.</exception>
    public async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(longest);
        try
        {
            return await ask(patience.Token);
        }
        catch (Exception failure) when (IsOfTheStore(failure))
        {
            ct.ThrowIfCancellationRequested();
            throw new FileStoreException(
                patience.IsCancellationRequested ? "The object store did not answer in time." : "The object store failed.", failure);
        }
    }

    private static bool IsOfTheStore(Exception failure) =>
        failure is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or OperationCanceledException;
}
