namespace BlazorChat.Web.Operations;

/// <summary>The settings of <c>Chat</c> about metrics.</summary>
public sealed class MetricsOptions
{
    /// <summary>Whether <c>/metrics</c> answers requests from other machines.</summary>
    public bool PublicMetrics { get; init; }
}
