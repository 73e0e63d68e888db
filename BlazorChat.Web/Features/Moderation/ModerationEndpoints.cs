using BlazorChat.Core;
using BlazorChat.Core.Moderation;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Moderation;

/// <summary>Muting people, reporting messages, and deciding about reports.</summary>
internal static class ModerationEndpoints
{
    public static void MapModeration(this IEndpointRouteBuilder chat)
    {
        var moderation = chat.MapGroup("").WithTags("Moderation");
        moderation.MapGet("/room/{roomId}/reports", Reports).Produces<ReportsPage>()
            .WithSummary("What was reported in a room.").Refuses(400).Refuses(403);

        var acts = moderation.MapGroup("").RequireRateLimiting(RateLimits.Posting);
        acts.MapPut("/room/{roomId}/members/{userId}/silence", Impose).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Mutes a member for a time.");
        acts.MapDelete("/room/{roomId}/members/{userId}/silence", Lift).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Lets a muted member speak again.");
        acts.MapPost("/messages/{id}/report", File).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Reports a message to the moderators.").Refuses(409, "message_deleted");
        acts.MapPost("/room/{roomId}/reports/{reportId}", Decide).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Decides about a report.").Refuses(409, "report_settled");
    }

    private static async Task<IResult> Reports(
        string roomId, string? state, Caller caller, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await RoomGate.LookAsync(db, caller, roomId, ct) is not { } access)
            return Problems.For(Refusal.NotFound);
        if (!access.MayManage)
            return Problems.For(ReportCommands.NotYours);
        return StateOf(state) is { } asked
            ? TypedResults.Ok(new ReportsPage(await ReportQueries.ReadAsync(db, roomId, asked, ct)))
            : Problems.For(Refusal.Invalid("state", "A report is open, dismissed or deleted."));
    }

    private static async Task<IResult> Impose(
        string roomId, string userId, MuteMember request, Caller caller, MuteCommands mutes) =>
        Answers.NoContent(await mutes.ImposeAsync(caller, roomId, userId, request));

    private static async Task<IResult> Lift(string roomId, string userId, Caller caller, MuteCommands mutes) =>
        Answers.NoContent(await mutes.LiftAsync(caller, roomId, userId));

    private static async Task<IResult> File(string id, FileReport request, Caller caller, ReportCommands reports) =>
        Answers.NoContent(await reports.FileAsync(caller, id, request.Reason));

    private static async Task<IResult> Decide(
        string roomId, string reportId, DecideReport request, Caller caller, ReportCommands reports) =>
        Answers.NoContent(await reports.DecideAsync(caller, roomId, reportId, request.Outcome));

    private static ReportState? StateOf(string? state) => state switch
    {
        null or "open" => ReportState.Open,
        "dismissed" => ReportState.Dismissed,
        "deleted" => ReportState.Deleted,
        _ => null,
    };
}

/// <summary>The reports of a room.</summary>
public sealed record ReportsPage(ReportView[] Reports);
