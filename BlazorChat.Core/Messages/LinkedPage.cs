namespace BlazorChat.Core.Messages;

/// <summary>A page of another site to which messages link, as it was when it was fetched. It is fetched once and never changes.</summary>
public sealed class LinkedPage
{
    public const int MaxTitle = 200;
    public const int MaxDescription = 400;
    public const int MaxSiteName = 80;

    private LinkedPage()
    {
    }

    public string Id { get; private init; } = "";

    /// <summary>What is fetched.</summary>
    public string Url { get; private init; } = "";

    /// <inheritdoc cref="MessageLink.Key"/>
    public string UrlKey { get; private init; } = "";

    public LinkedPageState State { get; private set; }

    /// <summary>When it was wanted, Unix milliseconds.</summary>
    public long WantedAt { get; private init; }

    /// <summary>When it was fetched, or failed to be. Unix milliseconds; null while it waits.</summary>
    public long? SettledAt { get; private set; }

    public string Title { get; private set; } = "";

    public string Description { get; private set; } = "";

    public string SiteName { get; private set; } = "";

    /// <summary>The name of its picture in our store, 64 hexadecimal digits; null without one.</summary>
    public string? Picture { get; private set; }

    /// <summary>Pixels of the picture.</summary>
    public int? PictureWidth { get; private set; }

    public int? PictureHeight { get; private set; }

    public static LinkedPage Want(MessageLink link, long now) =>
        new() { Id = RandomId.New(), Url = link.Address.AbsoluteUri, UrlKey = link.Key, WantedAt = now };

    /// <summary>It was fetched, and says something of itself.</summary>
    public void Settle(PageSummary page, long now)
    {
        (State, SettledAt) = (LinkedPageState.Known, now);
        (Title, Description, SiteName) = (page.Title, page.Description, page.SiteName);
        (Picture, PictureWidth, PictureHeight) = (page.Picture?.Name, page.Picture?.Width, page.Picture?.Height);
    }

    /// <summary>It could not be fetched, or says nothing of itself.</summary>
    public void Fail(long now) => (State, SettledAt) = (LinkedPageState.Failed, now);
}

public enum LinkedPageState
{
    Waiting = 0,
    Known = 1,
    Failed = 2,
}

/// <summary>What a page says of itself.</summary>
public sealed record PageSummary(string Title, string Description, string SiteName, PagePicture? Picture);

/// <param name="Name">Its name in our store, 64 hexadecimal digits.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record PagePicture(string Name, int Width, int Height);
