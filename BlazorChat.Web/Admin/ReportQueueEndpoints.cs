using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Moderation;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Admin;

/// <summary>All open reports.</summary>
internal static class ReportQueueEndpoints
{
    public static void MapReportQueue(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/reports", List).Produces<ReportQueuePage>()
            .WithSummary("What was reported anywhere and waits, oldest first.").Refuses(400);
        admin.MapPost("/reports/{reportId}", Decide).RequireRateLimiting(RateLimits.Signals)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Decides about a report.").Refuses(409, "report_settled");
    }

    private static async Task<IResult> List([AsParameters] PageRequest page, ReportQueue queue, CancellationToken ct) =>
        Answers.Ok(await queue.ListAsync(page, ct));

    private static async Task<IResult> Decide(string reportId, DecideReport request, Caller caller, ReportQueue queue) =>
        Answers.NoContent(await queue.DecideAsync(caller, reportId, request.Outcome));
}
