using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Previews.Fetching;
using BlazorChat.Web.Features.Previews.Pictures;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Previews;

/// <summary>Previews of the pages to which messages link.</summary>
internal static class PreviewServices
{
    public static void AddPreviews(this IServiceCollection services)
    {
        services.AddChatOptions<LinkPreviewOptions>(LinkPreviewOptions.Section);
        services.AddSingleton<PreviewPictures>();
        services.AddSingleton<PageFetcher>();
        services.AddSingleton<PreviewBook>();
        services.AddSingleton<PreviewCommands>();
        services.AddEvents<PreviewEvents>();
        services.AddHarmlessKinds(PreviewEvents.Changed);
        services.AddFollower<PreviewFollower>();
        services.AddSingleton<IOnMessageDeleted, PreviewsOfDeleted>();
    }
}
