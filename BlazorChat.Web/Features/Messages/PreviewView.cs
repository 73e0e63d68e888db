using BlazorChat.Core.Formatting;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Messages;

/// <summary>What a message shows of a page to which it links.</summary>
/// <param name="Url">The link as the message has it.</param>
/// <param name="Title">What the page is called.</param>
/// <param name="Description">What it says of itself; empty if nothing.</param>
/// <param name="SiteName">What its site calls itself; empty if nothing.</param>
/// <param name="ImageUrl">Address of its picture, a small WebP, in this chat; null without one.</param>
/// <param name="ImageWidth">Pixels.</param>
/// <param name="ImageHeight">Pixels.</param>
public sealed record PreviewView(
    string Url, string Title, string Description, string SiteName, [property: ChatAddress] string? ImageUrl, int? ImageWidth, int? ImageHeight)
{
    /// <returns>Those of the messages that have any, in the order of their links.</returns>
    public static async Task<Dictionary<long, IReadOnlyList<PreviewView>>> AllAsync(ChatDb db, IEnumerable<Message> messages, CancellationToken ct)
    {
        var linking = messages.Select(message => (message.Id, Links: MessageLinks.In(message.Parsed()))).Where(message => message.Links.Count > 0).ToList();
        if (linking.Count == 0)
            return [];
        long[] ids = [.. linking.Select(message => message.Id)];
        var rows = await db.Set<LinkPreview>().AsNoTracking().Where(preview => ids.Contains(preview.MessageId) && preview.State == LinkPreviewState.Shown)
            .Join(db.Set<LinkedPage>(), preview => preview.PageId, page => page.Id, (preview, page) => new { preview.MessageId, page }).ToListAsync(ct);
        var pages = rows.ToDictionary(row => (row.MessageId, row.page.UrlKey), row => row.page);
        // Of links that an edit has taken out, nothing is shown.
        return linking.ToDictionary(message => message.Id, IReadOnlyList<PreviewView> (message) =>
            [.. message.Links.Where(link => pages.ContainsKey((message.Id, link.Key))).Select(link => Of(link, pages[(message.Id, link.Key)]))]);
    }

    /// <returns>The titles of the pages to which messages link, by the keys of the links. An edit may have taken a link out.</returns>
    internal static async Task<ILookup<long, (string UrlKey, string Title)>> TitlesAsync(ChatDb db, IQueryable<Message> messages, CancellationToken ct)
    {
        var rows = await messages.Join(db.Set<LinkPreview>().Where(preview => preview.State == LinkPreviewState.Shown), m => m.Id, preview => preview.MessageId, (_, preview) => preview)
            .Join(db.Set<LinkedPage>(), preview => preview.PageId, page => page.Id, (preview, page) => new { preview.MessageId, page.UrlKey, page.Title }).ToListAsync(ct);
        return rows.ToLookup(row => row.MessageId, row => (row.UrlKey, row.Title));
    }

    /// <returns>Of these titles, those of links that a text has.</returns>
    internal static IEnumerable<string> TitlesIn(Formatted text, IEnumerable<(string UrlKey, string Title)> titles) =>
        titles.Where(title => MessageLinks.In(text).Any(link => link.Key == title.UrlKey)).Select(title => title.Title);

    private static PreviewView Of(MessageLink link, LinkedPage page) => new(
        link.Url, page.Title, page.Description, page.SiteName, page.Picture is null ? null : $"chat/previews/{page.Picture}", page.PictureWidth, page.PictureHeight);
}
