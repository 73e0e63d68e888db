namespace BlazorChat.Web.Admin;

/// <summary>The nodes that serve the chat.</summary>
internal static class NodeEndpoints
{
    public static void MapNodes(this IEndpointRouteBuilder admin) => admin.MapGet("/nodes", Read)
        .WithSummary("The processes that serve the chat.");

    private static Task<NodesPage> Read(NodeQueries nodes, CancellationToken ct) => nodes.ReadAsync(ct);
}
