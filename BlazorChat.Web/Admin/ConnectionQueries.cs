using BlazorChat.Core;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Nodes;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Admin;

/// <summary>Lists sessions, and the streams that are open at all nodes.</summary>
internal sealed class ConnectionQueries(NodeStreams open, IDbContextFactory<ChatDb> databases, TimeProvider clock)
{
    /// <param name="userId">Whose sessions; null for everyone's.</param>
    /// <param name="page">Which part of the list.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<Result<AllSessionsPage>> SessionsAsync(string? userId, PageRequest page, CancellationToken ct)
    {
        if (page.Check() is { } why)
            return why;
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using var db = await databases.CreateDbContextAsync(ct);
        var good = db.Sessions.AsNoTracking().Where(s => s.ExpiresAt > now && (userId == null || s.UserId == userId));
        var rows = await good.OrderByDescending(s => s.CreatedAt).ThenBy(s => s.Id).Skip(page.Skipped).Take(page.Size)
            .Join(db.Users, s => s.UserId, u => u.Id, (session, user) => new { session, user.UserName, user.DisplayName })
            .OrderByDescending(row => row.session.CreatedAt).ThenBy(row => row.session.Id)
            .ToListAsync(ct);
        var streams = (await open.ListAsync(waits: false, ct)).CountBy(stream => stream.SessionId).ToDictionary();
        return new AllSessionsPage(
            [.. rows.Select(row => new SessionView(
                row.session.Id, row.session.UserId, row.UserName!, row.DisplayName, row.session.RefreshHash is null ? SignInKind.Browser : SignInKind.Program,
                row.session.CreatedAt, row.session.ExpiresAt, streams.GetValueOrDefault(row.session.Id)))],
            await good.CountAsync(ct), page.Number);
    }

    /// <param name="waits">Whether to wait a few seconds for the lists of other nodes.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<StreamsPage> StreamsAsync(bool waits, CancellationToken ct)
    {
        var streams = await open.ListAsync(waits, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var userIds = streams.Select(s => s.UserId).Distinct().ToArray();
        var names = await db.Users.Where(u => userIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => (Username: u.UserName!, u.DisplayName), ct);
        var roomIds = streams.Select(s => s.RoomId).OfType<string>().Distinct().ToArray();
        // Administrators must not learn who talks to whom in direct rooms.
        var rooms = await db.Rooms.Administered().Where(r => roomIds.Contains(r.Id))
            .ToDictionaryAsync(r => r.Id, r => r.Name, ct);
        return new StreamsPage([.. streams.Where(s => names.ContainsKey(s.UserId)).Select(View).OrderByDescending(s => s.OpenedAt)]);

        StreamView View(StreamOfNode reader)
        {
            var room = reader.RoomId is null ? null : rooms.GetValueOrDefault(reader.RoomId);
            return new StreamView(
                reader.Id, reader.UserId, names[reader.UserId].Username, names[reader.UserId].DisplayName, reader.SessionId,
                room is null ? null : reader.RoomId, room, reader.RoomId is null, reader.OpenedAt);
        }
    }
}

internal sealed record AllSessionsPage(IReadOnlyList<SessionView> Sessions, int Total, int Page);

/// <param name="CreatedAt">Unix milliseconds.</param>
/// <param name="ExpiresAt">Unix milliseconds.</param>
/// <param name="Streams">How many of its streams are open. Those at other nodes are counted from a moment after they were first asked for.</param>
internal sealed record SessionView(
    string SessionId, string UserId, string Username, string? DisplayName, SignInKind Kind, long CreatedAt, long ExpiresAt, int Streams);

internal enum SignInKind
{
    Browser = 0,
    Program = 1,
}

internal sealed record StreamsPage(IReadOnlyList<StreamView> Streams);

/// <param name="StreamId">Valid while the stream is open. Names its node, too.</param>
/// <param name="RoomId">
/// The one room it follows; null if it follows all of the reader's rooms, or a direct room, which stays hidden.
/// </param>
/// <param name="RoomName">The name of that room.</param>
/// <param name="AllRooms">Whether it follows all of the reader's rooms.</param>
/// <param name="OpenedAt">Unix milliseconds.</param>
internal sealed record StreamView(
    string StreamId, string UserId, string Username, string? DisplayName, string SessionId, string? RoomId, string? RoomName, bool AllRooms, long OpenedAt);
