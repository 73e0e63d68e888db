using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Files.Uploading;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Files.Posting;

/// <summary>What is asked before the bytes of a file are taken in: whether its sender may post there, and whether there is room for it.</summary>
internal sealed class FileGate(
    IDbContextFactory<ChatDb> databases, UploadQuota quota, IOptions<UploadOptions> options, TimeProvider clock)
{
    /// <summary>Bytes in a file.</summary>
    public long Limit => options.Value.UploadBytes;

    /// <returns>Why the caller may not post in a room, or null.</returns>
    public async Task<Refusal?> RefuseAsync(Caller caller, string? roomId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await RoomGate.LookAsync(db, caller, roomId, ct) is { } access
            ? access.RefusePosting(clock.GetUtcNow().ToUnixTimeMilliseconds())
            : Refusal.NotFound;
    }

    /// <param name="caller">Whose file it is.</param>
    /// <param name="announced">How many bytes come at most; null: that is not known.</param>
    /// <param name="ct">Ends the asking.</param>
    /// <returns>What of their quota is held, to be disposed of when the file is counted otherwise, or given up.</returns>
    public Task<Result<IDisposable>> ReserveAsync(Caller caller, long? announced, CancellationToken ct) =>
        quota.ReserveAsync(caller.UserId, Math.Min(announced ?? Limit, Limit), ct);
}
