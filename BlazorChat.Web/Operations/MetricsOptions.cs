namespace BlazorChat.Web.Operations;

/// <summary><c>Chat</c>, as far as it is about numbers for those who run it.</summary>
public sealed class MetricsOptions
{
    /// <summary>Whether <c>/metrics</c> answers others than this machine.</summary>
    public bool PublicMetrics { get; init; }
}
