using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Replies;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Threads;

/// <summary>Threads: conversations that hang on a message of a room.</summary>
internal static class ThreadServices
{
    public static void AddThreads(this IServiceCollection services)
    {
        services.AddSingleton<ThreadCommands>();
        services.AddEvents<ThreadEvents>();
        services.AddEvents<FollowEvents>();
        services.AddHarmlessKinds(ThreadEntries.Changed, ThreadEntries.Followed, ThreadEntries.Read);
        services.AddSingleton<IOnMessageDeleted, RepliesOfDeleted>();
        services.AddSingleton<IOnAccountDeleted, FollowsOfAccounts>();
    }
}
