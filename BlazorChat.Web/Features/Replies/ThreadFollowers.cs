using System.Globalization;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Replies;

/// <summary>Lets people follow threads: those who began one, answered in it, or are addressed in it, and those who ask for it.</summary>
internal static class ThreadFollowers
{
    /// <summary>Who answers follows the thread, and has read it up to there. No event tells the second: readers see it from the message.</summary>
    public static async Task AnswerAsync(LogAppend append, Message root, Message reply, CancellationToken ct)
    {
        var follow = await append.Beside.Set<ThreadFollow>().FindAsync([reply.AuthorId, root.Id], ct);
        if (follow is null)
            append.Beside.Add(ThreadFollow.Of(root.Id, reply.AuthorId, reply.Id));
        if (follow?.Become(follows: true) != false)
            Log(append, root, reply.AuthorId, reply.AuthorId);
        follow?.ReadUpTo(reply.Id);
    }

    /// <summary>Lets people follow a thread.</summary>
    /// <param name="append">The change in progress.</param>
    /// <param name="root">The thread's root.</param>
    /// <param name="actorId">Who wrote what concerns them.</param>
    /// <param name="userIds">Those people.</param>
    /// <param name="readUpToId">What those who are new in the thread count as having read.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task AddAsync(
        LogAppend append, Message root, string actorId, IEnumerable<string> userIds, long readUpToId, CancellationToken ct)
    {
        string[] wanted = [.. userIds.Distinct().Order(StringComparer.Ordinal)];
        if (wanted.Length == 0)
            return;
        var known = await append.Beside.Set<ThreadFollow>().Where(f => f.RootId == root.Id && wanted.Contains(f.UserId)).ToDictionaryAsync(f => f.UserId, ct);
        foreach (var userId in wanted)
        {
            if (!known.TryGetValue(userId, out var follow))
                append.Beside.Add(ThreadFollow.Of(root.Id, userId, readUpToId));
            if (follow?.Become(follows: true) != false)
                Log(append, root, actorId, userId);
        }
    }

    /// <summary>Enters that someone's following has changed.</summary>
    public static void Log(LogAppend append, Message root, string actorId, string userId) =>
        append.Log(ThreadEntries.Followed, root.RoomId, actorId, userId, root.Id.ToString(CultureInfo.InvariantCulture));
}
