using BlazorChat.Core;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Search;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Search;

/// <summary>Where someone searches: the rooms that they may see, and which rooms and authors they name.</summary>
internal sealed class SearchScope
{
    // Of so many rooms, the index asks about each by itself.
    private const int FewRooms = 200;

    // Where one may see more of the messages than this, most of what the index proposes may be seen.
    private const int ManyInPercent = 25;

    private SearchScope(Caller caller, Dictionary<string, Room> seen) => (Caller, Seen) = (caller, seen);

    public Caller Caller { get; }

    /// <summary>The rooms that they may see, by id.</summary>
    public IReadOnlyDictionary<string, Room> Seen { get; }

    /// <summary>The rooms that they name, of those that they may see; null: they name none.</summary>
    public string[]? Rooms { get; private set; }

    /// <summary>The ids of the authors that they name; null: they name none.</summary>
    public string[]? Authors { get; private set; }

    /// <returns>A refusal if they may not see the room.</returns>
    public static async Task<Result<SearchScope>> OfAsync(ChatDb db, Caller caller, SearchRequest request, ILookupNormalizer normalizer, CancellationToken ct)
    {
        var seen = (await db.RoomsSeenBy(caller.UserId).Select(row => row.Room).ToListAsync(ct)).ToDictionary(room => room.Id);
        if (request.RoomId is { } roomId && !seen.ContainsKey(roomId))
            return Refusal.NotFound;
        var people = await FindAsync(db, Names(request.Query), normalizer, ct);
        var scope = new SearchScope(caller, seen);
        if (request.Query.Rooms.Count > 0)
            scope.Rooms = [.. seen.Values.Where(room => request.Query.Rooms.Any(name => scope.IsCalled(room, name, people))).Select(room => room.Id)];
        if (request.RoomId is { } only)
            scope.Rooms = scope.Rooms is null || scope.Rooms.Contains(only) ? [only] : [];
        if (request.Query.Authors.Count > 0)
            scope.Authors = [.. request.Query.Authors.Select(name => IsMe(name) ? caller.UserId : people.GetValueOrDefault(name)).OfType<string>()];
        if (request.UserId is { } author)
            scope.Authors = scope.Authors is null || scope.Authors.Contains(author) ? [author] : [];
        return scope;
    }

    /// <summary>Adds to a query what the index knows of rooms and authors.</summary>
    /// <param name="query">What the index is asked.</param>
    /// <param name="head">The last position of the log: about how many messages there are.</param>
    public IndexQuery Narrow(IndexQuery query, long head)
    {
        if (Authors is { } authors)
            query = query.With(authors.Select(IndexTerm.By));
        if (Rooms is { } rooms)
            return query.With(rooms.Select(IndexTerm.OfRoom));
        return Seen.Count <= FewRooms && Seen.Values.Sum(room => room.LastNumber) * 100 < head * ManyInPercent
            ? query.With(Seen.Keys.Select(IndexTerm.OfRoom))
            : query;
    }

    private static bool IsMe(string name) => name.Equals("me", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Names(SearchQuery query) =>
        query.Authors.Concat(query.Rooms.Where(name => name.StartsWith('@')).Select(name => name[1..])).Where(name => !IsMe(name)).Distinct();

    private static async Task<Dictionary<string, string>> FindAsync(ChatDb db, IEnumerable<string> names, ILookupNormalizer normalizer, CancellationToken ct)
    {
        Dictionary<string, string> found = [];
        foreach (var name in names)
        {
            var normalized = normalizer.NormalizeName(name);
            if (await db.Users.Where(u => u.NormalizedUserName == normalized && u.DeletedAt == null).Select(u => u.Id).SingleOrDefaultAsync(ct) is { } id)
                found[name] = id;
        }
        return found;
    }

    private bool IsCalled(Room room, string name, Dictionary<string, string> people)
    {
        if (name.StartsWith('@'))
            return room.DirectKey is { } key && (IsMe(name[1..]) ? Caller.UserId : people.GetValueOrDefault(name[1..])) is { } userId &&
                DirectPair.Parse(key) is var pair && (pair.First == userId || pair.Second == userId);
        var bare = name.TrimStart('#');
        return room.Kind != RoomKind.Direct && (room.Id == bare || FoldedName.Of(room.Name) == FoldedName.Of(bare));
    }
}
