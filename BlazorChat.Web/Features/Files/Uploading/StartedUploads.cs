using BlazorChat.Core;
using BlazorChat.Core.Files;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>Uploads that are announced but not yet posted: their rows, and the bytes that have come.</summary>
public sealed class StartedUploads(LogWriter log, IDbContextFactory<ChatDb> databases, IUploadBytes bytes, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task<Result<Upload>> AddAsync(Caller caller, long size)
    {
        var upload = Upload.Announce(caller.UserId, size, Now + (long)Lifetime.TotalMilliseconds);
        return await log.AppendAsync<Upload>((append, _) =>
        {
            append.Db.Uploads.Add(upload);
            return Task.FromResult<Result<Upload>>(upload);
        });
    }

    /// <returns>Null if there is none, it belongs to someone else, or it expired.</returns>
    public async Task<Upload?> FindAsync(Caller caller, string id, CancellationToken ct)
    {
        var now = Now;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Uploads.AsNoTracking()
            .SingleOrDefaultAsync(u => u.Id == id && u.UserId == caller.UserId && u.ExpiresAt > now, ct);
    }

    /// <returns>The ids of all uploads, also of expired ones.</returns>
    public async Task<HashSet<string>> IdsAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Uploads.Select(u => u.Id).ToHashSetAsync(ct);
    }

    /// <returns>The ids of expired uploads.</returns>
    public async Task<List<string>> ExpiredAsync(CancellationToken ct)
    {
        var now = Now;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Uploads.Where(u => u.ExpiresAt <= now).Select(u => u.Id).ToListAsync(ct);
    }

    /// <summary>Deletes an upload and its bytes.</summary>
    public async Task<Result<Done>> ForgetAsync(string id)
    {
        var forgotten = await log.AppendAsync<Done>(async (append, ct) =>
        {
            await append.Db.Uploads.Where(u => u.Id == id).ExecuteDeleteAsync(ct);
            return default(Done);
        });
        if (forgotten.Refusal is null)
            await bytes.DeleteAsync(id, CancellationToken.None);
        return forgotten;
    }
}
