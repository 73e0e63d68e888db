using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Messages;

/// <summary>Finds the people that a message mentions: those with that name who may read it, except its author.</summary>
internal static class Addressees
{
    /// <returns>The database is asked only if the text seems to name somebody.</returns>
    public static async Task<IReadOnlyList<Mention>> FindAsync(ChatDb db, Message message, Room room, CancellationToken ct)
    {
        var named = MentionText.In(message.Text).ToList();
        if (named.Count == 0)
            return [];
        var names = named.SelectMany(written => written.Names()).Select(Normalize).Distinct().ToArray();
        var readers = await db.ActiveUsers
            .Where(u => names.Contains(u.NormalizedUserName!))
            .WhoSee(db, room)
            .ToDictionaryAsync(u => u.NormalizedUserName!, u => u.Id, ct);
        return
        [
            .. named.Select(written => written.Names().FirstOrDefault(name => readers.ContainsKey(Normalize(name)))).OfType<string>()
                .Select(name => (Name: name, UserId: readers[Normalize(name)]))
                .Where(found => found.UserId != message.AuthorId)
                .DistinctBy(found => found.UserId)
                .OrderBy(found => found.UserId, StringComparer.Ordinal)
                .Select(found => Mention.In(message, found.UserId, found.Name)),
        ];
    }

    // Normalized as Identity does it; usernames are ASCII.
    private static string Normalize(string name) => name.ToUpperInvariant();
}
