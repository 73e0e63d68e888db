namespace BlazorChat.Web.Features.Previews.Fetching;

/// <summary><c>Chat:LinkPreviews</c>: whether the server fetches the pages to which people link.</summary>
public sealed class LinkPreviewOptions
{
    public const string Section = "LinkPreviews";

    /// <summary>Off: nothing is fetched. Previews that messages have stay.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>
    /// Whether pages of the own network are fetched, too, at any port. Then everyone who may post can have the server ask what
    /// it reaches and they do not.
    /// </summary>
    public bool AllowPrivateNetworks { get; init; }
}
