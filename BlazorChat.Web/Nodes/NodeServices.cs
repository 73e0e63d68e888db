namespace BlazorChat.Web.Nodes;

internal static class NodeServices
{
    /// <summary>Registers what several nodes of one chat need to share their work.</summary>
    public static void AddNodes(this IServiceCollection services)
    {
        services.AddSingleton<Leases>();
        services.AddSingleton<NodeStreams>();
    }
}
