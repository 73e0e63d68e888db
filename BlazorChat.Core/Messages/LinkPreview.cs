namespace BlazorChat.Core.Messages;

/// <summary>That a message has, will have, or no longer is to have a preview of a page to which it links.</summary>
public sealed class LinkPreview
{
    private LinkPreview()
    {
    }

    public long MessageId { get; private init; }

    /// <inheritdoc cref="MessageLink.Key"/>
    public string UrlKey { get; private init; } = "";

    /// <summary>The page; null once the preview is removed.</summary>
    public string? PageId { get; private set; }

    public LinkPreviewState State { get; private set; }

    public static LinkPreview Of(long messageId, LinkedPage page) => new() { MessageId = messageId, UrlKey = page.UrlKey, PageId = page.Id };

    public void Show() => State = LinkPreviewState.Shown;

    /// <summary>Someone took it away. It does not come back while the message is there.</summary>
    public void Remove() => (State, PageId) = (LinkPreviewState.Removed, null);
}

public enum LinkPreviewState
{
    /// <summary>Readers do not see it yet: a page of the message is still to be fetched.</summary>
    Waiting = 0,
    Shown = 1,
    Removed = 2,
}
