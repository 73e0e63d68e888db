using BlazorChat.Core.Formatting;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Features.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Messages;

/// <summary>
/// Finds the people that a message mentions, except its author: those with that name who may read it, and everyone in the room, or who is
/// online there, where it addresses them all and its author may.
/// </summary>
public sealed class Addressees(PresenceBoard presence, IOptions<LimitOptions> limits)
{
    /// <param name="db">Where they are looked up: only if the text seems to name somebody.</param>
    /// <param name="message">The message, as it was posted or edited.</param>
    /// <param name="access">Its author's to the room.</param>
    /// <param name="before">Whom it mentioned before the edit.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<Mention>> FindAsync(
        ChatDb db, Message message, RoomAccess access, IReadOnlyList<Mention> before, CancellationToken ct)
    {
        var named = MentionText.In(message.Parsed()).ToList();
        if (named.Count == 0)
            return [];
        var byWords = await ByWordsAsync(db, named, message, access, before, ct);
        var names = await ByNameAsync(db, named, access.Room, ct);
        return
        [
            .. byWords.Select(found => found.Key).Concat(names.Keys).Distinct()
                .Where(userId => userId != message.AuthorId)
                .OrderBy(userId => userId, StringComparer.Ordinal)
                .Select(userId => Mention.In(message, userId, names.GetValueOrDefault(userId), byWords[userId])),
        ];
    }

    private static async Task<Dictionary<string, string>> ByNameAsync(ChatDb db, List<NameWord> named, Room room, CancellationToken ct)
    {
        var names = named.SelectMany(written => written.Names()).Select(Normalize).Distinct().ToArray();
        var readers = await db.ActiveUsers
            .Where(u => names.Contains(u.NormalizedUserName!))
            .WhoSee(db, room)
            .ToDictionaryAsync(u => u.NormalizedUserName!, u => u.Id, ct);
        return named.Select(written => written.Names().FirstOrDefault(name => readers.ContainsKey(Normalize(name)))).OfType<string>()
            .DistinctBy(name => readers[Normalize(name)]).ToDictionary(name => readers[Normalize(name)]);
    }

    // Of an edit, those stay addressed who were: nobody is disturbed twice by one message.
    private async Task<ILookup<string, string>> ByWordsAsync(
        ChatDb db, List<NameWord> named, Message message, RoomAccess access, IReadOnlyList<Mention> before, CancellationToken ct)
    {
        string[] words = [.. named.Select(written => written.Names().Select(Everybody.Find).FirstOrDefault(word => word is not null)).OfType<string>().Distinct()];
        string[]? members = null;
        List<(string UserId, string Word)> found = [];
        foreach (var word in words)
        {
            string[] known = [.. before.Where(mention => mention.IsBy(word)).Select(mention => mention.UserId)];
            var people = known.Length > 0 ? known
                : (members ??= await MembersAsync(db, access, ct)).Where(userId => word == Everybody.Room || presence.StatusOf(userId) == PresenceStatus.Online);
            found.AddRange(people.Where(userId => userId != message.AuthorId).Select(userId => (userId, word)));
        }
        return found.ToLookup(one => one.UserId, one => one.Word);
    }

    // Nobody, if they may not be addressed all at once.
    private async Task<string[]> MembersAsync(ChatDb db, RoomAccess access, CancellationToken ct)
    {
        var members = await db.Memberships.Where(m => m.RoomId == access.Room.Id && db.ActiveUsers.Any(u => u.Id == m.UserId))
            .Select(m => m.UserId).Take(Everybody.Most + 1).ToArrayAsync(ct);
        return access.MayAddressAll(members.Length, limits.Value.RoomMentionPeople) ? members : [];
    }

    // Normalized as Identity does it; usernames are ASCII.
    private static string Normalize(string name) => name.ToUpperInvariant();
}
