namespace BlazorChat.Web.Admin;

/// <summary>The chat's numbers.</summary>
internal static class OverviewEndpoints
{
    public static void MapOverview(this IEndpointRouteBuilder admin) => admin.MapGet("/overview", Read)
        .WithSummary("The chat in numbers.");

    private static Task<OverviewNumbers> Read(Overview overview, CancellationToken ct) => overview.ReadAsync(ct);
}
