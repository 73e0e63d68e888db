using BlazorChat.Core.Live;
using BlazorChat.Web.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlazorChat.Web.Log;

/// <summary>Registers the log, and lets features register their events, hooks and followers.</summary>
internal static class LogServices
{
    public static void AddLog(this IServiceCollection services)
    {
        services.AddChatOptions<LogOptions>();
        services.AddSingleton<Broadcaster>();
        services.AddSingleton<Doorbell>();
        services.AddSingleton<LogWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<LogWriter>());
        services.AddHostedService<LogTrimmer>();
        services.AddSingleton<EventRegistry>();
        services.AddSingleton<EventFactory>();
        services.AddSingleton<LogTail>();
        services.AddHostedService(provider => provider.GetRequiredService<LogTail>());
        services.AddSingleton<RingFormat>();
        services.AddHostedService<NodeRings>();
        services.AddHostedService<NodeBeat>();
        services.AddSingleton<FollowedLog>();
    }

    /// <summary>Registers a follower.</summary>
    public static void AddFollower<TFollower>(this IServiceCollection services) where TFollower : Follower
    {
        services.AddSingleton<TFollower>();
        services.AddSingleton<Follower>(provider => provider.GetRequiredService<TFollower>());
        services.AddHostedService(provider => provider.GetRequiredService<TFollower>());
    }

    /// <summary>Registers the source of a feature's events.</summary>
    public static void AddEvents<TSource>(this IServiceCollection services) where TSource : class, IEventSource
    {
        services.TryAddSingleton<TSource>();
        services.AddSingleton<IEventSource>(provider => provider.GetRequiredService<TSource>());
    }

    /// <summary>Registers a hook that runs after the commit.</summary>
    public static void AddOnCommitted<THook>(this IServiceCollection services) where THook : class, IOnCommitted
    {
        services.TryAddSingleton<THook>();
        services.AddSingleton<IOnCommitted>(provider => provider.GetRequiredService<THook>());
    }

    /// <summary>Registers kinds of entries of which nobody is told.</summary>
    public static void AddSilentEntries(this IServiceCollection services, params ReadOnlySpan<EntryKind> kinds)
    {
        foreach (var kind in kinds)
            services.AddSingleton(new EventKind(kind, Reach.Nobody));
    }

    /// <summary>Registers kinds of entries that concern neither rooms nor people.</summary>
    public static void AddHarmlessKinds(this IServiceCollection services, params ReadOnlySpan<EntryKind> kinds)
    {
        foreach (var kind in kinds)
            services.AddSingleton(new HarmlessKind(kind));
    }

    /// <summary>Registers events that skip the log.</summary>
    public static void AddPassingEvents(this IServiceCollection services, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            services.AddSingleton(new PassingEvent(name));
    }
}
