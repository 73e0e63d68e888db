using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace BlazorChat.Web.Admin.Pages;

/// <summary>The nodes that serve the chat, and how they do.</summary>
public partial class NodesPage
{
    // A few beats were missed.
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(8);

    private IReadOnlyList<NodeView> nodes = [];
    private long readAt;

    [Inject]
    private NodeQueries Nodes { get; set; } = default!;

    protected override async Task ReadAsync()
    {
        if (await AskAsync() is null)
            return;
        nodes = (await Nodes.ReadAsync(CancellationToken.None)).Nodes;
        readAt = nodes.Single(node => node.IsThis).SeenAt;
        StateHasChanged();
    }

    private bool IsSilent(NodeView node) => readAt - node.SeenAt > Silent.TotalMilliseconds;

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
