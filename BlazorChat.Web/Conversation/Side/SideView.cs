using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Threads;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Conversation.Side;

/// <summary>What stands beside the conversation: a thread, the list of threads, or nothing.</summary>
public sealed record SideView
{
    public static SideView Nothing { get; } = new();

    public ThreadPage? Thread { get; init; }

    /// <summary>The reply in the thread to show at first; null: the newest.</summary>
    public string? Target { get; init; }

    public IReadOnlyList<FollowedThread>? Threads { get; init; }

    /// <summary>The last of the threads, if there are older ones.</summary>
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
        await using var db = await databases.CreateDbContextAsync(ct);
        var read = await ThreadQueries.ReadAsync(db, caller.UserId, roomId, id, new HistoryQuery(PageLength), ct);
        return read.Refusal is not null ? SideView.Nothing
            : new SideView { Thread = read.Value, Target = read.Value.Root.Id == id ? null : id };
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

    private async Task<Result<ThreadsPage>> ReadAsync(Caller caller, bool onlyUnread, string? before, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await FollowedThreads.ReadAsync(db, caller.UserId, onlyUnread, before, PageLength, ct);
    }
}
