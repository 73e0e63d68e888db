using BlazorChat.Core.Live;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Admin;

/// <summary>The chat in numbers, as they are now. Streams and deliveries are those of this process.</summary>
internal sealed class Overview(
    Broadcaster broadcaster, PresenceBoard presence, MessagesPerHour perHour, DataFolder folder,
    IDbContextFactory<ChatDb> databases, TimeProvider clock)
{
    public async Task<OverviewNumbers> ReadAsync(CancellationToken ct)
    {
        var (online, away) = presence.Count();
        await using var db = await databases.CreateDbContextAsync(ct);
        var files = db.Attachments.Where(a => a.DiscardedAt == null);
        return new OverviewNumbers
        {
            At = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            PeopleOnline = online,
            PeopleAway = away,
            People = await db.ActiveUsers.CountAsync(ct),
            Rooms = await db.Rooms.CountAsync(r => r.Kind != RoomKind.Direct, ct),
            DirectRooms = await db.Rooms.CountAsync(r => r.Kind == RoomKind.Direct, ct),
            Messages = await db.Rooms.SumAsync(r => r.LastNumber, ct),
            Files = await files.CountAsync(ct),
            FileBytes = await files.SumAsync(a => a.Size + (a.OriginalSize ?? 0), ct),
            MessagesPerHour = await perHour.CountAsync(ct),
            Streams = broadcaster.StreamCount,
            Deliveries = broadcaster.DeliveryCount,
            SlowReadersCut = broadcaster.CutCount,
            DatabaseBytes = SizeOf(folder.Database) + SizeOf(folder.Database + "-wal"),
        };
    }

    private static long SizeOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}

internal sealed record OverviewNumbers
{
    /// <summary>When these were the numbers, Unix milliseconds.</summary>
    public required long At { get; init; }

    public required int PeopleOnline { get; init; }

    public required int PeopleAway { get; init; }

    /// <summary>How many may sign in.</summary>
    public required int People { get; init; }

    public required int Rooms { get; init; }

    public required int DirectRooms { get; init; }

    /// <summary>How many were ever posted in the rooms that there are.</summary>
    public required long Messages { get; init; }

    /// <summary>How many there are in messages.</summary>
    public required int Files { get; init; }

    /// <summary>What they take as quotas count it: what several messages share, once for each.</summary>
    public required long FileBytes { get; init; }

    /// <summary>Oldest first, 24 of them.</summary>
    public required IReadOnlyList<HourCount> MessagesPerHour { get; init; }

    public required int Streams { get; init; }

    /// <summary>Events queued to streams since the start.</summary>
    public required long Deliveries { get; init; }

    /// <summary>Since the start.</summary>
    public required long SlowReadersCut { get; init; }

    public required long DatabaseBytes { get; init; }
}
