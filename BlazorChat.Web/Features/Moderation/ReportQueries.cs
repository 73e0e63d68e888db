using System.Globalization;
using BlazorChat.Core.Moderation;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Moderation;

/// <summary>Lists the reports of a room.</summary>
public static class ReportQueries
{
    private const int Most = 100;

    /// <returns>The first reports that are open, or that were decided in this way; oldest first.</returns>
    public static async Task<ReportView[]> ReadAsync(ChatDb db, string roomId, ReportState state, CancellationToken ct)
    {
        var reports = await db.Reports.AsNoTracking().Where(r => r.RoomId == roomId && r.State == state)
            .OrderBy(r => r.Id).Take(Most).ToListAsync(ct);
        return await ViewAsync(db, reports, ct);
    }

    internal static async Task<ReportView[]> ViewAsync(ChatDb db, IReadOnlyList<Report> reports, CancellationToken ct)
    {
        var ids = reports.Select(r => r.MessageId).Distinct().ToArray();
        var messages = (await MessageQueries.ReadAsync(db, db.Messages.Where(m => ids.Contains(m.Id)), ct))
            .ToDictionary(m => m.Id);
        var reporterIds = reports.Select(r => r.ReporterId).Distinct().ToArray();
        var reporters = await db.Users.AsNoTracking().Where(u => reporterIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, ct);
        return
        [
            .. reports.Select(r => new ReportView(
                r.Id.ToString(CultureInfo.InvariantCulture), messages[r.MessageId.ToString(CultureInfo.InvariantCulture)],
                new ReporterView(r.ReporterId, reporters[r.ReporterId].Name, reporters[r.ReporterId].DisplayName), r.Reason, r.CreatedAt, r.State)),
        ];
    }

    public static Task<int> CountOpenAsync(ChatDb db, string roomId, CancellationToken ct) =>
        db.Reports.CountAsync(r => r.RoomId == roomId && r.State == ReportState.Open, ct);
}

public sealed record ReportView(
    string ReportId, MessageView Message, ReporterView Reporter, string Reason, long CreatedAt, ReportState State);

public sealed record ReporterView(string UserId, string Username, string? DisplayName);
