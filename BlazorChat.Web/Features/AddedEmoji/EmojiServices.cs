using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.AddedEmoji;

internal static class EmojiServices
{
    /// <summary>Custom emoji.</summary>
    public static void AddEmoji(this IServiceCollection services)
    {
        services.AddChatOptions<EmojiOptions>(EmojiOptions.Section);
        services.AddSingleton<EmojiPictures>();
        services.AddSingleton<EmojiCommands>();
        services.AddSilentEntries(EmojiEvents.Changed);
        services.AddHarmlessKinds(EmojiEvents.Changed);
        services.AddPassingEvents("emoji");
        services.AddOnCommitted<EmojiEvents>();
        services.AddSingleton<IOnAccountDeleted, EmojiOfDeleted>();
    }
}
