using System.Globalization;
using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Moderation;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Moderation;

/// <summary>Accepts reports of messages, and decisions about them.</summary>
public sealed class ReportCommands(LogWriter log, MessageDeletion deletion)
{
    internal static readonly Refusal NotYours =
        Refusal.Forbidden("Only a room's owners, moderators and administrators may deal with its reports.");

    private static readonly Refusal OnesOwn = Refusal.Forbidden("You wrote this message yourself: delete it.");

    private static readonly Refusal Settled = Refusal.Conflict(
        "report_settled", "Someone else has decided about this report already.");

    /// <summary>Reporting the same message again changes nothing.</summary>
    public Task<Result<Done>> FileAsync(Caller caller, string messageId, string? reason)
    {
        var why = ReportReason.Parse(reason);
        return log.AppendAsync<Done>(async (append, ct) =>
        {
            if (await MessageCommands.FindAsync(append.Db, caller, messageId, ct) is not var (message, access))
                return Refusal.NotFound;
            if (message.Type == MessageType.System)
                return MessageCommands.OfTheSystem;
            if (message.IsBy(caller.UserId))
                return OnesOwn;
            if (why.Refusal is { } badReason)
                return badReason;
            if (message.IsDeleted)
                return MessageCommands.Gone;
            if (await append.Db.Reports.AnyAsync(r => r.MessageId == message.Id && r.ReporterId == caller.UserId, ct))
                return default(Done);
            append.Db.Reports.Add(Report.File(message, caller.UserId, why.Value, append.Now));
            Tell(append, caller, access.Room, message.Id);
            return default(Done);
        });
    }

    public Task<Result<Done>> DecideAsync(Caller caller, string roomId, string reportId, string? outcome) =>
        log.AppendAsync<Done>(async (append, ct) =>
        {
            if (await RoomGate.EnterAsync(append.Db, caller, roomId, ct) is not { } access)
                return Refusal.NotFound;
            if (!access.MayManage)
                return NotYours;
            if (!long.TryParse(reportId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ||
                await append.Db.Reports.SingleOrDefaultAsync(r => r.Id == id && r.RoomId == roomId, ct) is not { } report)
                return Refusal.NotFound;
            return await DecideAsync(append, caller, report, access.Room, outcome, ct);
        });

    /// <summary>The same as part of a larger change. The caller has checked the right to do so.</summary>
    internal async Task<Result<Done>> DecideAsync(
        LogAppend append, Caller caller, Report report, Room room, string? outcome, CancellationToken ct)
    {
        if (outcome is not ("dismissed" or "deleted"))
            return Refusal.Invalid("outcome", "A report is dismissed, or its message is deleted.");
        var state = outcome == "deleted" ? ReportState.Deleted : ReportState.Dismissed;
        if (!report.IsOpen)
            return report.State == state ? default(Done) : Settled;
        var message = (await append.Db.Messages.FindAsync([report.MessageId], ct))!;
        if (state == ReportState.Deleted && !message.IsDeleted)
            await deletion.DeleteAsync(append, caller, message, room, ct);
        if (state == ReportState.Dismissed)
            append.Audit(caller, "report.dismiss", await append.Db.Users.FindAsync([message.AuthorId], ct), room,
                string.Create(CultureInfo.InvariantCulture, $"message {message.Id}"));
        await SettleAsync(append, caller, room, message.Id, state, ct);
        return default(Done);
    }

    /// <summary>A decision is about the message: it closes all reports of it.</summary>
    internal static async Task SettleAsync(
        LogAppend append, Caller caller, Room room, long messageId, ReportState outcome, CancellationToken ct)
    {
        var open = await append.Db.Reports.Where(r => r.MessageId == messageId && r.State == ReportState.Open).ToListAsync(ct);
        foreach (var report in open)
            report.Settle(outcome, caller.UserId, append.Now);
        if (open.Count > 0)
            Tell(append, caller, room, messageId);
    }

    // A direct room has no moderator. Its reports go to the administrators.
    private static void Tell(LogAppend append, Caller caller, Room room, long messageId)
    {
        if (new RoomRights(room.Kind, null).IsModerated)
            append.Log(ReportEvents.Changed, room.Id, caller.UserId, messageId);
    }
}

/// <param name="Reason">1 to 500 Unicode code points.</param>
public sealed record FileReport([Needed] string? Reason);

/// <param name="Outcome"><c>dismissed</c>, or <c>deleted</c>, which deletes the message.</param>
public sealed record DecideReport([Needed] string? Outcome);
