using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Previews;
using BlazorChat.Web.Features.Previews.Pictures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Previews;

internal static class Previews
{
    /// <summary>Gives a message a preview with a picture, without fetching anything.</summary>
    /// <param name="app">A chat.</param>
    /// <param name="message">It has this link.</param>
    /// <param name="link">An address.</param>
    /// <param name="title">What the page is called.</param>
    /// <returns>The name of the picture.</returns>
    public static async Task<string> GivePreviewAsync(this ChatApp app, MessageJson message, string link = "https://example.org/", string title = "Example")
    {
        var ct = TestContext.Current.CancellationToken;
        var picture = await app.Services.GetRequiredService<PreviewPictures>().KeepAsync(PngFile.Black(64, 64), ct);
        var page = LinkedPage.Want(MessageLink.Parse(link)!, 0);
        page.Settle(new PageSummary(title, "", "", picture), 1);
        var preview = LinkPreview.Of(Message.ParseId(message.Id)!.Value, page);
        preview.Show();
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(ct);
        db.AddRange(page, preview);
        await db.SaveChangesAsync(ct);
        return picture!.Name;
    }

    /// <summary>Waits until all that was posted so far has the previews that it will have.</summary>
    public static async Task PreviewsSettledAsync(this ChatApp app)
    {
        using var patience = Patience.Begin();
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(patience.Token);
        await app.Services.GetRequiredService<PreviewFollower>().ReachAsync((await db.HeadAsync(patience.Token)).Position, patience.Token);
        while (await db.Set<LinkPreview>().AnyAsync(preview => preview.State == LinkPreviewState.Waiting, patience.Token))
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
    }
}
