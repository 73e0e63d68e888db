using BlazorChat.Core.Live;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Admin;

/// <summary>The chat's numbers at one moment. Streams and deliveries are those of this process.</summary>
internal sealed class Overview(
    Broadcaster broadcaster, PresenceBoard presence, MessagesPerHour perHour,
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
            DatabaseBytes = await db.SizeAsync(ct),
        };
    }

}

internal sealed record OverviewNumbers
{
    /// <summary>When the numbers were taken, Unix milliseconds.</summary>
    public required long At { get; init; }

    public required int PeopleOnline { get; init; }

    public required int PeopleAway { get; init; }

    /// <summary>How many accounts may sign in.</summary>
    public required int People { get; init; }

    public required int Rooms { get; init; }

    public required int DirectRooms { get; init; }

    /// <summary>How many messages were ever posted in the existing rooms.</summary>
    public required long Messages { get; init; }

    /// <summary>How many files are in messages.</summary>
    public required int Files { get; init; }

    /// <summary>The size of these files as quotas count it: once for each message.</summary>
    public required long FileBytes { get; init; }

    /// <summary>Oldest first, 24 values.</summary>
    public required IReadOnlyList<HourCount> MessagesPerHour { get; init; }

    public required int Streams { get; init; }

    /// <summary>Events queued to streams since the start.</summary>
    public required long Deliveries { get; init; }

    /// <summary>Readers cut off since the start.</summary>
    public required long SlowReadersCut { get; init; }

    public required long DatabaseBytes { get; init; }
}
