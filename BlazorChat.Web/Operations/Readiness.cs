using System.Data.Common;
using BlazorChat.Core;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Files.Stores;
using BlazorChat.Web.Log;
using BlazorChat.Web.Redis;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Operations;

/// <summary>
/// Whether the chat can serve: it can read, commit and reach its files. Anyone may ask at any rate: a good answer is cached
/// for a few seconds, and all who ask meanwhile share the same check.
/// </summary>
internal sealed class Readiness(LogWriter log, IFileStore store, IBus bus, IDbContextFactory<ChatDb> databases, TimeProvider clock)
{
    private static readonly TimeSpan Serves = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // On a full disk, a short commit may succeed where a message does not. So a failure counts until a change succeeds or
    // this time has passed.
    private static readonly TimeSpan FailureCounts = TimeSpan.FromSeconds(30);

    // Belongs to no file: opening it only shows whether the store answers.
    private static readonly string NoFile = StoreKey.File(new string('0', 64));

    private readonly Lock gate = new();
    private Task<Look>? latest;
    private long begunAt;

    public async Task<Ready> AskAsync()
    {
        var look = await LookAsync();
        var commits = look.Commits && !log.HasFailedWithin(FailureCounts);
        return new Ready(
            !commits ? Ready.Unready : look is { HasFiles: true, Bus: not BusHealth.Failing } ? "ready" : "degraded",
            new Checks(Say(commits), look.Bus == BusHealth.None ? "none" : Say(look.Bus == BusHealth.Ok), Say(look.HasFiles)));
    }

    private static string Say(bool works) => works ? "ok" : "failing";

    private Task<Look> LookAsync()
    {
        lock (gate)
        {
            if (latest is null || (latest.IsCompleted && !(latest.Result.IsGood && clock.GetElapsedTime(begunAt) < Serves)))
                (latest, begunAt) = (LookNowAsync(), clock.GetTimestamp());
            return latest;
        }
    }

    private async Task<Look> LookNowAsync()
    {
        await Task.Yield();
        return new Look(Commits: await SucceedsAsync(CommitAsync), HasFiles: await SucceedsAsync(OpenFileAsync), await bus.AskAsync());
    }

    private async Task CommitAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.HeadAsync(ct);
        var committed = await log.AppendAsync<Done>((append, _) =>
        {
            append.Touch();
            return Task.FromResult<Result<Done>>(default(Done));
        });
        if (committed.Refusal is { } why)
            throw new IOException(why.Detail);
    }

    private async Task OpenFileAsync(CancellationToken ct)
    {
        await using var _ = await store.OpenAsync(NoFile, ct);
    }

    private async Task<bool> SucceedsAsync(Func<CancellationToken, Task> act)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        try
        {
            await act(patience.Token).WaitAsync(patience.Token);
            return true;
        }
        catch (Exception failure) when (failure is DbException or IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return false;
        }
    }

    private sealed record Look(bool Commits, bool HasFiles, BusHealth Bus)
    {
        public bool IsGood => Commits && HasFiles && Bus != BusHealth.Failing;
    }
}

/// <param name="Status"><c>ready</c>; <c>degraded</c>: people can talk, but something is away; <c>unready</c>.</param>
internal sealed record Ready(string Status, Checks Checks)
{
    public const string Unready = "unready";
}

/// <summary>Each <c>ok</c> or <c>failing</c>. Without Redis there is no bus: <c>none</c>.</summary>
internal sealed record Checks(string Database, string Bus, string Files);
