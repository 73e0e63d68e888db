using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Files.Uploading;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Files.Posting;

/// <summary>
/// Checks before a file is accepted: whether its sender may post in the room, and whether their quota has room for it.
/// </summary>
internal sealed class FileGate(
    IDbContextFactory<ChatDb> databases, UploadQuota quota, IOptions<UploadOptions> options, TimeProvider clock)
{
    /// <summary>The largest file, in bytes.</summary>
    public long Limit => options.Value.UploadBytes;

    /// <returns>Why the caller may not post in a room, or null.</returns>
    public async Task<Refusal?> RefuseAsync(Caller caller, string? roomId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await RoomGate.LookAsync(db, caller, roomId, ct) is { } access
            ? access.RefusePosting(clock.GetUtcNow().ToUnixTimeMilliseconds())
            : Refusal.NotFound;
    }

    /// <param name="caller">The sender.</param>
    /// <param name="announced">The most bytes that will come; null if that is not known.</param>
    /// <param name="ct">Stops the check.</param>
    /// <returns>The reserved part of their quota; dispose it when the file is stored or given up.</returns>
    public Task<Result<IAsyncDisposable>> ReserveAsync(Caller caller, long? announced, CancellationToken ct) =>
        quota.ReserveAsync(caller.UserId, Math.Min(announced ?? Limit, Limit), ct);
}
