using System.Globalization;
using BlazorChat.Core.Live;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Live;

/// <summary>What the entries concern, as it is now.</summary>
internal sealed record PresentState(
    Dictionary<string, MessageView> Messages, Dictionary<(string, string), Membership> Members,
    Dictionary<string, Profile> Profiles, Dictionary<string, Room> Rooms, Dictionary<string, PersonView[]> Two,
    Dictionary<(string, string), ReadData> Marks, HashSet<(string, string)> Blocks, OrderState Order)
{
    public static async Task<PresentState> OfAsync(
        IDbContextFactory<ChatDb> databases, IReadOnlyList<CommittedEntry> entries, long now, CancellationToken ct)
    {
        // What was just posted is known already. All else is looked up, once for all of them.
        var known = entries.Select(e => e.Now).OfType<MessageView>().ToDictionary(m => m.Id);
        LogEntry[] unknown = [.. entries.Where(e => e.Now is null).Select(e => e.Entry)];
        if (unknown.Length == 0)
            return new PresentState(known, [], [], [], [], [], [], OrderState.None);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await LookUpAsync(db, known, unknown, now, ct);
    }

    private static async Task<PresentState> LookUpAsync(
        ChatDb db, Dictionary<string, MessageView> known, LogEntry[] entries, long now, CancellationToken ct)
    {
        var messageIds = entries.Where(e => ConcernsMessage(e.Kind))
            .Select(e => long.Parse(e.Subject, CultureInfo.InvariantCulture)).Distinct().ToArray();
        foreach (var message in messageIds.Length == 0 ? []
            : await MessageReader.ReadAsync(db, db.Messages.Where(m => messageIds.Contains(m.Id)), ct))
            known[message.Id] = message;
        var userIds = entries.Where(e => e.Kind is EntryKind.MemberChanged or EntryKind.RoomHidden or EntryKind.PreferencesChanged or EntryKind.ProfileChanged)
            .Select(e => e.Subject).Distinct().ToArray();
        var members = userIds.Length == 0 ? []
            : await db.Memberships.AsNoTracking().Where(m => userIds.Contains(m.UserId)).ToListAsync(ct);
        var profiles = userIds.Length == 0 ? []
            : await db.Users.AsNoTracking().Where(u => userIds.Contains(u.Id))
                .ToDictionaryAsync(u => u.Id, Profile.Of, ct);
        var roomIds = entries.Where(e => e.Kind is EntryKind.RoomChanged or EntryKind.RoomHidden)
            .Select(e => e.RoomId!).Distinct().ToArray();
        var rooms = roomIds.Length == 0 ? []
            : await db.Rooms.AsNoTracking().Where(r => roomIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        return new PresentState(
            known, members.ToDictionary(m => (m.RoomId, m.UserId)), profiles, rooms,
            await RoomReader.TwoOfAsync(db, rooms.Values, ct), await MarksAsync(db, entries, ct), await BlocksAsync(db, entries, ct),
            await OrderState.OfAsync(db, entries, now, ct));
    }

    private static async Task<Dictionary<(string, string), ReadData>> MarksAsync(
        ChatDb db, LogEntry[] entries, CancellationToken ct)
    {
        var moved = entries.Where(e => e.Kind == EntryKind.ReadMarkMoved).ToList();
        if (moved.Count == 0)
            return [];
        var (rooms, users) = (moved.Select(e => e.RoomId!).Distinct().ToArray(), moved.Select(e => e.UserId).Distinct().ToArray());
        var marks = await db.Memberships.Where(m => rooms.Contains(m.RoomId) && users.Contains(m.UserId))
            .Select(m => new
            {
                m.RoomId,
                m.UserId,
                m.ReadNumber,
                At = db.Messages.Where(at => at.RoomId == m.RoomId && at.Number == m.ReadNumber).Select(at => (long?)at.Id).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return marks.ToDictionary(
            mark => (mark.RoomId, mark.UserId),
            mark => new ReadData(mark.RoomId, mark.At?.ToString(CultureInfo.InvariantCulture), mark.ReadNumber));
    }

    private static async Task<HashSet<(string, string)>> BlocksAsync(ChatDb db, LogEntry[] entries, CancellationToken ct)
    {
        var users = entries.Where(e => e.Kind == EntryKind.BlockChanged).Select(e => e.UserId).Distinct().ToArray();
        return users.Length == 0 ? []
            : [.. (await db.Blocks.AsNoTracking().Where(b => users.Contains(b.UserId)).ToListAsync(ct)).Select(b => (b.UserId, b.BlockedId))];
    }

    private static bool ConcernsMessage(EntryKind kind) => kind is
        EntryKind.MessagePosted or EntryKind.MessageEdited or EntryKind.MessageDeleted or
        EntryKind.ReactionChanged;
}
