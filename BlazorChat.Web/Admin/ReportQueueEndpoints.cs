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
        admin.MapGet("/reports", List).Produces<ReportsPage>();
        admin.MapPost("/reports/{reportId}", Decide).RequireRateLimiting(RateLimits.Signals)
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> List([AsParameters] PageRequest page, ReportQueue queue, CancellationToken ct) =>
        Answers.Ok(await queue.ListAsync(page, ct));

    private static async Task<IResult> Decide(string reportId, DecideReport request, Caller caller, ReportQueue queue) =>
        Answers.NoContent(await queue.DecideAsync(caller, reportId, request.Outcome));
}
