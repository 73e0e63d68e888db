using System.Globalization;
using BlazorChat.Core;
using BlazorChat.Core.Moderation;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Moderation;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Admin;

/// <summary>
/// All open reports, including those from direct rooms: reporting a message there shows that one message to the
/// administrators.
/// </summary>
internal sealed class ReportQueue(LogWriter log, ReportCommands reports, IDbContextFactory<ChatDb> databases)
{
    /// <returns>Oldest first.</returns>
    public async Task<Result<ReportQueuePage>> ListAsync(PageRequest page, CancellationToken ct)
    {
        if (page.Check() is { } why)
            return why;
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = db.Reports.AsNoTracking().Where(r => r.State == ReportState.Open);
        var reports = await open.OrderBy(r => r.Id).Skip(page.Skipped).Take(page.Size).ToListAsync(ct);
        var roomIds = reports.Select(r => r.RoomId).Distinct().ToArray();
        var rooms = await db.Rooms.AsNoTracking().Where(r => roomIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        return new ReportQueuePage(
            [.. (await ReportQueries.ViewAsync(db, reports, ct)).Select(report => View(report, rooms[report.Message.RoomId]))],
            await open.CountAsync(ct), page.Number);
    }

    /// <summary>A decision is about the message: it closes all reports of it.</summary>
    public Task<Result<Done>> DecideAsync(Caller caller, string reportId, string? outcome) =>
        log.AdministerAsync<Done>(caller, async (append, ct) =>
            long.TryParse(reportId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) &&
            await append.Db.Reports.SingleOrDefaultAsync(r => r.Id == id, ct) is { } report
                ? await reports.DecideAsync(append, caller, report, (await append.Db.Rooms.FindAsync([report.RoomId], ct))!, outcome, ct)
                : Refusal.NotFound);

    private static AdminReportView View(ReportView report, Room room) => new(
        report, room.Kind == RoomKind.Direct ? null : room.Name, room.Kind);
}

/// <param name="Report">Which message, by whom, and why.</param>
/// <param name="RoomName">Null for a direct room.</param>
internal sealed record AdminReportView(ReportView Report, string? RoomName, RoomKind RoomKind);

internal sealed record ReportQueuePage(IReadOnlyList<AdminReportView> Reports, int Total, int Page);
