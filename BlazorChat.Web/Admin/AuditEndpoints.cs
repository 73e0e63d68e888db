using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Admin;

/// <summary>The audit log.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder admin) => admin.MapGet("/audit", List).Produces<AuditPage>()
        .WithSummary("Who did what to whom.").Refuses(400);

    private static async Task<IResult> List(
        [AsParameters] AuditRequest request, [AsParameters] PageRequest page, AuditQueries audit, CancellationToken ct) =>
        Answers.Ok(await audit.ListAsync(request, page, ct));
}
