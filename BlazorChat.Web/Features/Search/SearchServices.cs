using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Search;

/// <summary>Finding messages by what was said.</summary>
internal static class SearchServices
{
    public static void AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<SearchIndexing>();
        services.AddFollower<SearchFollower>();
        services.AddScoped<MessageSearch>();
    }
}
