using System.Globalization;
using BlazorChat.Core;
using BlazorChat.Core.Search;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Search;

/// <summary>
/// Finds messages. The index proposes, the messages as they are now decide: so edits and deletions count at once, and nothing is
/// found that one may not read now.
/// </summary>
public sealed class MessageSearch(IDbContextFactory<ChatDb> databases, ILookupNormalizer normalizer)
{
    public async Task<Result<SearchPage>> FindAsync(Caller caller, SearchRequest request, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await SearchScope.OfAsync(db, caller, request, normalizer, ct);
        if (scope.Refusal is { } why)
            return why;
        var candidates = await new SearchCandidates(db, scope.Value, request).FindAsync(request.Limit + 1, ct);
        return new SearchPage(await ViewAsync(db, scope.Value, request.Query, candidates.Take(request.Limit), ct), candidates.Count > request.Limit);
    }

    // A message may have been changed or deleted since it was found.
    private static async Task<IReadOnlyList<SearchResult>> ViewAsync(ChatDb db, SearchScope scope, SearchQuery query, IEnumerable<long> found, CancellationToken ct)
    {
        var ids = found.ToArray();
        var seen = db.RoomIdsSeenBy(scope.Caller.UserId);
        var messages = await MessageQueries.ReadAsync(db, db.Messages.Where(m => ids.Contains(m.Id) && m.DeletedAt == null && seen.Contains(m.RoomId)), ct);
        var rooms = messages.Select(message => message.RoomId).Distinct().Select(id => scope.Seen.GetValueOrDefault(id)).OfType<Core.Rooms.Room>().ToDictionary(room => room.Id);
        var two = await RoomQueries.TwoOfAsync(db, rooms.Values, ct);
        return
        [
            .. from message in messages.OrderByDescending(message => long.Parse(message.Id, CultureInfo.InvariantCulture))
               let text = new SearchedMessage(message.Text, [message.FileName, .. message.Previews.Select(preview => preview.Title)])
               where rooms.ContainsKey(message.RoomId) && text.Matches(query)
               let room = rooms[message.RoomId]
               let name = two.TryGetValue(room.Id, out var people) ? people.Single(person => person.UserId != scope.Caller.UserId).Name : room.Name
               select new SearchResult(message, new SearchRoom(room.Id, name, room.Kind), text.Marks(query)),
        ];
    }
}
