using System.Text.Json.Serialization;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.People;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Replies;

/// <summary>What a message says of the thread that hangs on it.</summary>
/// <param name="Replies">How many replies are not deleted.</param>
/// <param name="LastReplyAt">When the newest of them was posted, Unix milliseconds.</param>
/// <param name="UserIds">Who replied, the latest first, at most five.</param>
public sealed record ThreadView(int Replies, long LastReplyAt, IReadOnlyList<string> UserIds)
{
    /// <summary>The same people, for the timeline.</summary>
    [JsonIgnore]
    public IReadOnlyList<PersonView> People { get; init; } = [];

    /// <returns>By the id of their root.</returns>
    public static async Task<Dictionary<long, ThreadView>> AllAsync(ChatDb db, IReadOnlyList<MessageThread> threads, CancellationToken ct)
    {
        if (threads.Count == 0)
            return [];
        string[] userIds = [.. threads.SelectMany(thread => thread.UserIds).Distinct()];
        var people = await db.Users.AsNoTracking().Where(u => userIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, PersonView.Of, ct);
        return threads.ToDictionary(thread => thread.RootId, thread => new ThreadView(thread.Replies, thread.LastReplyAt, thread.UserIds)
        {
            People = [.. thread.UserIds.Select(people.GetValueOrDefault).OfType<PersonView>()],
        });
    }
}
