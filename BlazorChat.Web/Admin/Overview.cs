using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Search;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Admin;

/// <summary>The chat's numbers at one moment, over all nodes but where it says otherwise.</summary>
internal sealed class Overview(
    Broadcaster broadcaster, NodeQueries nodes, PresenceBoard presence, MessagesPerHour perHour,
    IDbContextFactory<ChatDb> databases, TimeProvider clock)
{
    public async Task<OverviewNumbers> ReadAsync(CancellationToken ct)
    {
        var (online, away) = presence.Count();
        var serving = (await nodes.ReadAsync(ct)).Nodes;
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
            Messages = await db.Rooms.SumAsync(r => r.LastNumber, ct) + await RepliesOnly(db).LongCountAsync(ct),
            Files = await files.CountAsync(ct),
            FileBytes = await files.SumAsync(a => a.Size + (a.OriginalSize ?? 0), ct),
            MessagesPerHour = await perHour.CountAsync(ct),
            Nodes = serving.Count,
            Streams = serving.Sum(node => node.Streams),
            Deliveries = broadcaster.DeliveryCount,
            SlowReadersCut = broadcaster.CutCount,
            DatabaseBytes = await db.SizeAsync(ct),
            PercentSearchable = (await SearchProgress.ReadAsync(databases, ct)).Percent,
        };
    }

    // Replies that stand in their threads only: no room has numbered them. By room, because the index is.
    private static IQueryable<Message> RepliesOnly(ChatDb db) =>
        db.Rooms.SelectMany(room => db.Messages.Where(message => message.RoomId == room.Id && message.Number < 0));
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

    /// <summary>How many nodes serve the chat.</summary>
    public required int Nodes { get; init; }

    /// <summary>Open streams and polls. Those of other nodes are a few seconds old.</summary>
    public required int Streams { get; init; }

    /// <summary>Events queued to the streams of this node since it started.</summary>
    public required long Deliveries { get; init; }

    /// <summary>Readers of this node that were cut off since it started.</summary>
    public required long SlowReadersCut { get; init; }

    public required long DatabaseBytes { get; init; }

    /// <summary>How much of what was said is in the index of the search.</summary>
    public required int PercentSearchable { get; init; }
}
