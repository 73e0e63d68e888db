using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Activity;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Saved;
using BlazorChat.Web.Features.Threads;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Conversation.Side;

/// <summary>What stands beside the conversation: a thread, a list of threads, of activity or of saved messages, or nothing.</summary>
public sealed record SideView
{
    public static SideView Nothing { get; } = new();

    public ThreadPage? Thread { get; init; }

    /// <summary>The reply in the thread to show at first; null: the first unread one, or the newest.</summary>
    public string? Target { get; init; }

    /// <summary>The newest reply in the thread.</summary>
    public string? LastReply { get; init; }

    public IReadOnlyList<FollowedThread>? Threads { get; init; }

    /// <summary>What the reader saved.</summary>
    public IReadOnlyList<MessageView>? Saved { get; init; }

    /// <summary>What others did that concerns the reader.</summary>
    public IReadOnlyList<ActivityItem>? Activity { get; init; }

    /// <summary>The last one of a list, if there are older ones.</summary>
    public string? Older { get; init; }
}

/// <summary>Reads what stands beside the conversation. The caller may see the room.</summary>
public sealed class SideViews(IDbContextFactory<ChatDb> databases)
{
    private const int PageLength = 50;

    /// <param name="caller">The reader.</param>
    /// <param name="roomId">The room.</param>
    /// <param name="id">The thread's root, or a reply in it.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<SideView> ThreadAsync(Caller caller, string roomId, string id, CancellationToken ct)
    {
        var read = await ReadThreadAsync(caller, roomId, id, new HistoryQuery(PageLength), ct);
        if (read.Refusal is not null)
            return SideView.Nothing;
        var newest = read.Value;
        var shown = newest;
        if (newest.HasMore && newest.ReadUpTo is { } mark && Message.ParseId(newest.Messages[0].Id) > Message.ParseId(mark))
        {
            // The first unread reply is not among the newest.
            var unread = await ReadThreadAsync(caller, roomId, id, new HistoryQuery(PageLength, Around: mark), ct);
            if (unread.Refusal is null)
                shown = unread.Value;
        }
        return new SideView
        {
            Thread = shown,
            Target = newest.Root.Id == id ? null : id,
            LastReply = newest.Messages is [.., var last] ? last.Id : null,
        };
    }

    /// <param name="caller">The reader.</param>
    /// <param name="before">The last thread of the page before; null: the first page, which has all unread ones on top.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<SideView> ThreadsAsync(Caller caller, string? before, CancellationToken ct)
    {
        var page = await ReadAsync(caller, onlyUnread: false, before, ct);
        if (page.Refusal is not null)
            return new SideView { Threads = [] };
        var unread = before is null ? (await ReadAsync(caller, onlyUnread: true, null, ct)).Value.Threads : [];
        return new SideView
        {
            Threads = [.. unread, .. page.Value.Threads.Where(thread => thread.Unread == 0 || before is not null)],
            Older = page.Value.HasMore ? page.Value.Threads[^1].LastReply.Id : null,
        };
    }

    /// <param name="caller">The reader.</param>
    /// <param name="before">The last message of the page before; null: the first page.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<SideView> SavedAsync(Caller caller, string? before, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var page = await SavedQueries.ReadAsync(db, caller.UserId, before, PageLength, ct);
        // The last one of the page before is no longer saved: begin again.
        if (page.Refusal is not null)
            page = await SavedQueries.ReadAsync(db, caller.UserId, null, PageLength, ct);
        return new SideView { Saved = page.Value.Messages, Older = page.Value.HasMore ? page.Value.Messages[^1].Id : null };
    }

    /// <param name="caller">The reader.</param>
    /// <param name="before">The last item of the page before; null: the first page.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<SideView> ActivityAsync(Caller caller, string? before, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var page = await ActivityQueries.ReadAsync(db, caller.UserId, before, PageLength, ct);
        return page.Refusal is not null
            ? new SideView { Activity = [] }
            : new SideView { Activity = page.Value.Items, Older = page.Value.HasMore ? page.Value.Items[^1].Id : null };
    }

    private async Task<Result<ThreadPage>> ReadThreadAsync(Caller caller, string roomId, string id, HistoryQuery query, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await ThreadQueries.ReadAsync(db, caller.UserId, roomId, id, query, ct);
    }

    private async Task<Result<ThreadsPage>> ReadAsync(Caller caller, bool onlyUnread, string? before, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await FollowedThreads.ReadAsync(db, caller.UserId, onlyUnread, before, PageLength, ct);
    }
}
