namespace BlazorChat.Web.Features.Search;

/// <summary>
/// Has the words of deleted and edited messages overwritten on disk. A round of it writes the whole index once more, in short steps; the
/// next one begins after a time that grows with how long the last one took. So it costs little, and words are gone within seconds from a
/// small index and within half an hour from one of a million messages.
/// </summary>
internal sealed class ForgottenWords(SearchIndexing indexing, TimeProvider clock)
{
    private const int RestForEachRound = 200; // times as long as the round
    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(10);

    // null: to be looked up.
    private long? removed;
    private bool isSteppingNow;
    private bool isRewritten;
    private long? endedAt;
    private long begunAt;
    private TimeSpan rest;

    /// <summary>Something may have been taken out.</summary>
    public void LookAgain()
    {
        if (!isSteppingNow)
            removed = null;
    }

    /// <summary>Forgets what it knows: another process may have worked meanwhile.</summary>
    public void BeginAgain() => (removed, isSteppingNow, isRewritten, endedAt) = (null, false, false, null);

    /// <summary>Takes a short step, if it is time for one.</summary>
    /// <returns>Whether there is more to do, now or later.</returns>
    public async Task<bool> StepAsync(CancellationToken ct)
    {
        removed ??= await indexing.RemovedAsync(ct);
        if (removed == 0)
            return false;
        if (!isSteppingNow && endedAt is { } last && clock.GetElapsedTime(last) < rest)
            return true;
        if (!isSteppingNow)
            begunAt = clock.GetTimestamp();
        if (!isRewritten)
            isRewritten = !await indexing.ForgetStepAsync(isFirst: !isSteppingNow, ct);
        isSteppingNow = true;
        if (!isRewritten || !await indexing.TryFinishForgettingAsync(removed.Value, ct))
            return true;
        endedAt = clock.GetTimestamp();
        var took = clock.GetElapsedTime(begunAt) * RestForEachRound;
        rest = took > ShortestRest ? took : ShortestRest;
        (removed, isSteppingNow, isRewritten) = (null, false, false);
        return true;
    }
}
