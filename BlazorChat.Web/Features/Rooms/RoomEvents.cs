using BlazorChat.Core.Live;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary><c>room</c>: a room was created, changed, archived or deleted, or hidden from someone who left it.</summary>
internal sealed class RoomEvents(IDbContextFactory<ChatDb> databases) : EventSource<RoomEvents.State>(
    new EventKind(Changed, Reach.Room, "room"), new EventKind(Hidden, Reach.Subject, "room"))
{
    /// <summary>Subject: the room itself.</summary>
    public static readonly EntryKind Changed = new(6);

    /// <summary>Subject: the user who may not see the room any more. Only that user is told, after they left.</summary>
    public static readonly EntryKind Hidden = new(12);

    protected override async Task<State> LookUpAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct)
    {
        var ids = entries.Select(entry => entry.RoomId).Distinct().ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        var rooms = await db.Rooms.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var hidden = entries.Where(entry => entry.Row.Kind == Hidden && rooms.ContainsKey(entry.RoomId))
            .Select(entry => entry.Row.Subject).Distinct().ToArray();
        var members = hidden.Length == 0 ? []
            : await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.RoomId) && hidden.Contains(m.UserId))
                .Select(m => ValueTuple.Create(m.RoomId, m.UserId)).ToListAsync(ct);
        return new State(rooms, [.. members], await RoomQueries.TwoOfAsync(db, rooms.Values, ct));
    }

    protected override ValueTask TellAsync(ToldEntry entry, State now)
    {
        var room = now.Rooms.GetValueOrDefault(entry.RoomId);
        if (entry.Row.Kind == Hidden)
            TellHidden(entry, room, now.Members.Contains((entry.RoomId, entry.Row.Subject)));
        else
            entry.Tell(new RoomEvent(entry.RoomId, room is null ? null : RoomView.Of(room, now.Two.GetValueOrDefault(room.Id))));
        if (entry.Row.Kind == Changed && room is null)
            entry.CloseRoom();
        return ValueTask.CompletedTask;
    }

    // Someone who has come back since then has been told so, or will be.
    private static void TellHidden(ToldEntry entry, Room? room, bool isMember)
    {
        if (room is null || !(isMember || new RoomRights(room.Kind, Role: null).MaySee))
            entry.Tell(new Audience(entry.RoomId, OnlyUserId: entry.Row.Subject), new RoomEvent(entry.RoomId, null));
    }

    /// <param name="Rooms">By id; a room that was deleted is missing.</param>
    /// <param name="Members">Room and user, of those from whom a room was hidden.</param>
    /// <param name="Two">By the id of a direct room, its two members.</param>
    internal sealed record State(
        Dictionary<string, Room> Rooms, HashSet<(string, string)> Members, Dictionary<string, PersonView[]> Two);
}

/// <param name="Room">Null if the reader may not see the room any more, or it was deleted.</param>
public sealed record RoomEvent(string RoomId, RoomView? Room);
